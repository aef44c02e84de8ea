/**
 * The simulated machine that every program runs on: files, processes, devices, what it is told to
 * do (ports) and what becomes known (facts). Programs meet here and nowhere else. May depend on
 * {@code kernel}, {@code source} and {@code foreign}.
 */
@NullMarked
package dev.dryboot.simulator.machine;

import org.jspecify.annotations.NullMarked;
