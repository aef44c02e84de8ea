/**
 * systemd's own generators: what they write below {@code /run/systemd/generator} before units are
 * loaded. May depend on {@code machine}, {@code foreign} and {@code source}.
 */
@NullMarked
package dev.dryboot.simulator.systemd.generator;

import org.jspecify.annotations.NullMarked;
