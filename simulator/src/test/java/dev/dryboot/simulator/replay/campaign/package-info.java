/**
 * Compares the simulation with the real program on random cases: families of cases, the harness
 * that runs them, and what makes a disagreement small. Run by the profile {@code campaign} only.
 */
@NullMarked
package dev.dryboot.simulator.replay.campaign;

import org.jspecify.annotations.NullMarked;
