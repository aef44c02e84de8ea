package dev.dryboot.simulator.systemd.trigger;

/** How often a socket is looked at: beyond the burst it rests until the interval is over. */
final class PollLimit {
  private final long interval;
  private final long burst;
  private long begin = -1;
  private long count;

  PollLimit(long interval, long burst) {
    this.interval = interval;
    this.burst = burst;
  }

  /** How long to rest before the next look, in microseconds. */
  long delay(long now) {
    if (interval <= 0 || burst <= 0 || begin < 0 || now - begin > interval || count < burst) {
      return 0;
    }
    return begin + interval - now;
  }

  void count(long now) {
    if (begin < 0 || now - begin >= interval) {
      begin = now;
      count = 0;
    }
    count++;
  }
}
