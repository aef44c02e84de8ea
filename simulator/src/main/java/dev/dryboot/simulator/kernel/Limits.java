package dev.dryboot.simulator.kernel;

/**
 * How far a run may go.
 *
 * @param events events at most
 * @param time microseconds of simulated time at most
 */
public record Limits(long events, long time) {
  public static final Limits USUAL = new Limits(2_000_000, 366L * 24 * 3600 * 1_000_000);
}
