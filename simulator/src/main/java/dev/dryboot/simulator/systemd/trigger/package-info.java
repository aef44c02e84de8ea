/** Units that start others: sockets, paths and timers. May depend on {@code core}. */
@NullMarked
package dev.dryboot.simulator.systemd.trigger;

import org.jspecify.annotations.NullMarked;
