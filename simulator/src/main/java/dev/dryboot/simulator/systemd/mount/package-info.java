/** Mounts, automounts and swaps. May depend on {@code core}. */
@NullMarked
package dev.dryboot.simulator.systemd.mount;

import org.jspecify.annotations.NullMarked;
