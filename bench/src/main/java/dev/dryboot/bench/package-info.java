/**
 * Benchmarks of the simulator, run by {@code bench/run}, and the synthetic hosts that they boot.
 * May depend on {@code simulator} and {@code targets}.
 */
@NullMarked
package dev.dryboot.bench;

import org.jspecify.annotations.NullMarked;
