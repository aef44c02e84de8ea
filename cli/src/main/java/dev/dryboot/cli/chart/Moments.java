package dev.dryboot.cli.chart;

import java.util.Locale;

/** Microseconds as people read them. */
public final class Moments {
  private static final long MILLISECOND = 1_000;
  private static final long SECOND = 1_000_000;
  private static final long MINUTE = 60 * SECOND;

  private Moments() {}

  /** {@code 3 ms}, {@code 1.25 s}, {@code 2 min 5 s}. */
  public static String of(long microseconds) {
    if (microseconds < SECOND) {
      return microseconds < MILLISECOND && microseconds > 0
          ? microseconds + " µs"
          : microseconds / MILLISECOND + " ms";
    }
    if (microseconds < 10 * SECOND) {
      return String.format(Locale.ROOT, "%.2f s", microseconds / (double) SECOND);
    }
    if (microseconds < 2 * MINUTE) {
      return String.format(Locale.ROOT, "%.1f s", microseconds / (double) SECOND);
    }
    long seconds = Math.round(microseconds / (double) SECOND);
    return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
  }

  /** A distance between the marks of an axis of {@code length}: at most {@code most} of them. */
  static long tick(long length, int most) {
    long[] steps = {
      1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21600, 86400
    };
    for (long tenth = 1; tenth < 10; tenth = tenth == 1 ? 2 : tenth == 2 ? 5 : 10) {
      if (length / (tenth * SECOND / 10) < most) {
        return tenth * SECOND / 10;
      }
    }
    for (long step : steps) {
      if (length / (step * SECOND) < most) {
        return step * SECOND;
      }
    }
    return length;
  }

  /** The label of an axis: {@code 30 s}, {@code 2 min}, {@code 0.5 s}. */
  static String axis(long microseconds, long tick) {
    if (tick < SECOND) {
      return String.format(Locale.ROOT, "%.1f s", microseconds / (double) SECOND);
    }
    long seconds = microseconds / SECOND;
    return tick >= MINUTE && seconds % 60 == 0 && seconds > 0
        ? seconds / 60 + " min"
        : seconds + " s";
  }
}
