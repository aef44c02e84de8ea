/**
 * Scopes: processes that others started and systemd looks after. May depend on {@code
 * systemd.core}, {@code systemd.service}, {@code systemd.unit} and {@code machine}.
 */
@NullMarked
package dev.dryboot.simulator.systemd.scope;

import org.jspecify.annotations.NullMarked;
