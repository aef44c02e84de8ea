/**
 * Units as they are configured: names, search path, fragments and drop-ins, dependencies given and
 * implied, enablement. Nothing here runs. May depend on {@code machine}'s files, {@code foreign}
 * and {@code source}.
 */
@NullMarked
package dev.dryboot.simulator.systemd.unit;

import org.jspecify.annotations.NullMarked;
