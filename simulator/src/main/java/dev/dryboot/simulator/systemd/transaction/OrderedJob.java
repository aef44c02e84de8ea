package dev.dryboot.simulator.systemd.transaction;

import dev.dryboot.simulator.systemd.unit.Unit;

/** A job as far as order is concerned: one that is planned, or one that is installed. */
public interface OrderedJob {
  Unit unit();

  JobType type();

  boolean ignoresOrder();

  boolean irreversible();

  /**
   * Whether {@code first}, whose unit is to be before {@code second}'s, indeed goes first: negative
   * if so, positive if the other way round, 0 where there is no order (job.c: job_compare). Stops
   * go first, whichever way the dependency points.
   */
  static int compareBefore(OrderedJob first, OrderedJob second) {
    if (first.type() == JobType.NOP || second.type() == JobType.NOP) {
      return 0;
    }
    if (first.ignoresOrder() || second.ignoresOrder()) {
      return 0;
    }
    return second.type() == JobType.STOP || second.type() == JobType.RESTART ? 1 : -1;
  }
}
