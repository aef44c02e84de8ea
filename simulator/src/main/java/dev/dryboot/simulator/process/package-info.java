/**
 * What commands do: how long they take, what they answer, whom they call. Every duration is in one
 * table, with its source. May depend on {@code kernel}, {@code machine} and {@code scenario}.
 */
@NullMarked
package dev.dryboot.simulator.process;

import org.jspecify.annotations.NullMarked;
