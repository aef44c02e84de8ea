/**
 * The running manager: jobs, the run queue, what state changes do to other units, conditions, rate
 * limits. Side by side with systemd's job.c, unit.c and manager.c. May depend on {@code unit},
 * {@code transaction} and {@code machine}.
 */
@NullMarked
package dev.dryboot.simulator.systemd.core;

import org.jspecify.annotations.NullMarked;
