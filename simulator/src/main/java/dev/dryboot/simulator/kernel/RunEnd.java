package dev.dryboot.simulator.kernel;

/** How a run ended. Any other end than {@link #QUIESCENT} is itself evidence. */
public enum RunEnd {
  /** Nothing was left to do. */
  QUIESCENT,
  /** The time that was asked for is over. */
  DEADLINE,
  TIME_LIMIT,
  EVENT_LIMIT
}
