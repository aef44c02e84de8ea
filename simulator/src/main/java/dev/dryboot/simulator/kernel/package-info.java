/**
 * Simulated time: an agenda of events on one thread, ordered by time, stage and ticket; ties are
 * settled by a tie-breaker, chance comes from one seed. Depends on the JDK only.
 */
@NullMarked
package dev.dryboot.simulator.kernel;

import org.jspecify.annotations.NullMarked;
