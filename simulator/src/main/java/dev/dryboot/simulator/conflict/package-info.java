/**
 * What goes wrong between the programs of a machine: one small class per rule, each reading what is
 * known after a boot (units as they were loaded, facts of the trace). {@link
 * dev.dryboot.simulator.conflict.Conflicts} runs them all. May depend on all of the simulator.
 */
@NullMarked
package dev.dryboot.simulator.conflict;

import org.jspecify.annotations.NullMarked;
