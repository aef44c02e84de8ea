package dev.dryboot.foreign.value;

import java.util.List;

/**
 * A length of time as systemd writes it (systemd.time(7); parse_time() of systemd 257).
 *
 * @param micros microseconds, never negative; {@link Long#MAX_VALUE} for {@code infinity}
 */
public record TimeSpan(long micros) implements Comparable<TimeSpan> {
  public static final TimeSpan INFINITY = new TimeSpan(Long.MAX_VALUE);
  public static final TimeSpan ZERO = new TimeSpan(0);
  public static final long SECOND = 1_000_000L;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long WEEK = 7 * DAY;
  private static final long MONTH = 2_629_800 * SECOND;
  private static final long YEAR = 31_557_600 * SECOND;

  private record Unit(String name, long micros) {}

  /** In the order of systemd's table: the first one that the text begins with is taken. */
  private static final List<Unit> UNITS =
      List.of(
          new Unit("seconds", SECOND),
          new Unit("second", SECOND),
          new Unit("sec", SECOND),
          new Unit("s", SECOND),
          new Unit("minutes", MINUTE),
          new Unit("minute", MINUTE),
          new Unit("min", MINUTE),
          new Unit("months", MONTH),
          new Unit("month", MONTH),
          new Unit("M", MONTH),
          new Unit("msec", 1000),
          new Unit("ms", 1000),
          new Unit("m", MINUTE),
          new Unit("hours", HOUR),
          new Unit("hour", HOUR),
          new Unit("hr", HOUR),
          new Unit("h", HOUR),
          new Unit("days", DAY),
          new Unit("day", DAY),
          new Unit("d", DAY),
          new Unit("weeks", WEEK),
          new Unit("week", WEEK),
          new Unit("w", WEEK),
          new Unit("years", YEAR),
          new Unit("year", YEAR),
          new Unit("y", YEAR),
          new Unit("usec", 1),
          new Unit("us", 1),
          new Unit("\u03bcs", 1),
          new Unit("\u00b5s", 1));

  public TimeSpan {
    if (micros < 0) {
      throw new IllegalArgumentException("a time span is not negative: " + micros);
    }
  }

  public static TimeSpan ofSeconds(long seconds) {
    return new TimeSpan(Math.multiplyExact(seconds, SECOND));
  }

  /** Reads a span in which a bare number counts seconds. */
  public static Reading<TimeSpan> read(String text) {
    return read(text, SECOND);
  }

  /** Reads a span in which a bare number counts units of {@code bare} microseconds. */
  public static Reading<TimeSpan> read(String text, long bare) {
    int p = Scan.skipBlanks(text, 0);
    if (text.startsWith("infinity", p)) {
      int rest = Scan.skipBlanks(text, p + 8);
      return rest == text.length()
          ? Reading.of(INFINITY)
          : Reading.fault(rest, text.length(), "nothing may follow infinity");
    }
    if (p == text.length()) {
      return Reading.fault(0, text.length(), "a time span is missing");
    }
    long total = 0;
    while (p < text.length()) {
      int digits = text.charAt(p) == '+' ? p + 1 : p;
      int point = Scan.skipDigits(text, digits);
      boolean fraction = point < text.length() && text.charAt(point) == '.';
      int end = fraction ? Scan.skipDigits(text, point + 1) : point;
      if (end == digits || (fraction && end == point + 1)) {
        return Reading.fault(p, Scan.wordEnd(text, p), "a number is missing");
      }
      int unitAt = Scan.skipBlanks(text, end);
      Unit unit = unitAt(text, unitAt, bare);
      int next = unitAt + unit.name().length();
      if (next == end && next < text.length()) {
        return Reading.fault(next, Scan.wordEnd(text, next), "this is no unit of time");
      }
      long part = micros(text, digits, point, end, unit.micros());
      if (part < 0 || total + part < 0 || total + part == Long.MAX_VALUE) {
        return Reading.fault(p, next, "this is longer than systemd can count");
      }
      total += part;
      p = Scan.skipBlanks(text, next);
    }
    return Reading.of(new TimeSpan(total));
  }

  private static Unit unitAt(String text, int at, long bare) {
    for (Unit unit : UNITS) {
      if (text.startsWith(unit.name(), at)) {
        return unit;
      }
    }
    return new Unit("", bare);
  }

  /** Negative where it is too long. */
  private static long micros(String text, int from, int point, int end, long unit) {
    if (point - from > 19) {
      return -1;
    }
    try {
      long whole = from == point ? 0 : Long.parseLong(text, from, point, 10);
      long sum = Math.multiplyExact(whole, unit);
      long tenth = unit / 10;
      for (int i = point + 1; i < end; i++, tenth /= 10) {
        sum = Math.addExact(sum, (text.charAt(i) - '0') * tenth);
      }
      return sum;
    } catch (ArithmeticException | NumberFormatException tooLong) {
      return -1;
    }
  }

  public boolean isInfinite() {
    return micros == Long.MAX_VALUE;
  }

  @Override
  public int compareTo(TimeSpan other) {
    return Long.compare(micros, other.micros);
  }

  /** As systemd shows it: {@code 1min 30s}; {@code 0} and {@code infinity} as such. */
  @Override
  public String toString() {
    if (isInfinite()) {
      return "infinity";
    }
    if (micros == 0) {
      return "0";
    }
    var parts = new StringBuilder();
    long rest = micros;
    for (Unit unit : SHOWN) {
      long count = rest / unit.micros();
      if (count > 0) {
        parts.append(parts.isEmpty() ? "" : " ").append(count).append(unit.name());
        rest -= count * unit.micros();
      }
    }
    return parts.toString();
  }

  private static final List<Unit> SHOWN =
      List.of(
          new Unit("y", YEAR),
          new Unit("month", MONTH),
          new Unit("w", WEEK),
          new Unit("d", DAY),
          new Unit("h", HOUR),
          new Unit("min", MINUTE),
          new Unit("s", SECOND),
          new Unit("ms", 1000),
          new Unit("us", 1));
}
