package dev.dryboot.simulator.systemd.core;

/** So many within such a time (ratelimit.c). Times are in microseconds. */
public final class RateLimit {
  private final long interval;
  private final long burst;
  private long begin = -1;
  private long count;

  public RateLimit(long interval, long burst) {
    this.interval = interval;
    this.burst = burst;
  }

  /** Counts one more; says whether that is still below the limit. */
  public boolean below(long now) {
    if (interval <= 0 || burst <= 0) {
      return true;
    }
    if (begin < 0 || now - begin > interval) {
      begin = now;
      count = 1;
      return true;
    }
    count++;
    return count <= burst;
  }

  /** Whether the other limits the same, so that what this has counted can go on counting. */
  boolean isLike(RateLimit other) {
    return interval == other.interval && burst == other.burst;
  }

  /** When the present window ends. */
  public long end() {
    return begin < 0 || interval == Long.MAX_VALUE ? begin : begin + interval;
  }

  public void reset() {
    begin = -1;
    count = 0;
  }
}
