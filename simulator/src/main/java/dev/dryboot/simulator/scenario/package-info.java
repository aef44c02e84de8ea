/**
 * What is to happen to a machine in a simulation besides its own boot: faults, actions, durations,
 * how many boots, which schedule. Data only. May depend on {@code kernel} and {@code machine}.
 */
@NullMarked
package dev.dryboot.simulator.scenario;

import org.jspecify.annotations.NullMarked;
