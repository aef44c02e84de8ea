/**
 * Recordings of real boots: read, simulated again, and compared. A recording is a directory of unit
 * files, commands run after the boot, and the outcomes that were observed. May depend on {@code
 * systemd} and {@code machine}.
 */
@NullMarked
package dev.dryboot.simulator.replay;

import org.jspecify.annotations.NullMarked;
