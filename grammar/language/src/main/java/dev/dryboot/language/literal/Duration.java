package dev.dryboot.language.literal;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.source.Outcome;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A stretch of time, such as {@code 5min30s}, or {@code infinity}. The units are systemd's (man
 * systemd.time), in one spelling each.
 *
 * @param micros microseconds, not negative; {@link Long#MAX_VALUE} for infinity
 */
public record Duration(long micros) {
  public static final Duration INFINITY = new Duration(Long.MAX_VALUE);

  private static final Map<String, Long> UNITS = units();

  private static final Map<String, String> MEANT = meant();

  private static Map<String, Long> units() {
    Map<String, Long> units = new LinkedHashMap<>();
    units.put("us", 1L);
    units.put("ms", 1_000L);
    units.put("s", 1_000_000L);
    units.put("min", 60_000_000L);
    units.put("h", 3_600_000_000L);
    units.put("d", 86_400_000_000L);
    units.put("w", 604_800_000_000L);
    return units;
  }

  private static Map<String, String> meant() {
    Map<String, String> meant = new LinkedHashMap<>();
    meant.put("m", "min");
    meant.put("M", "min");
    meant.put("mins", "min");
    meant.put("minute", "min");
    meant.put("minutes", "min");
    meant.put("sec", "s");
    meant.put("secs", "s");
    meant.put("second", "s");
    meant.put("seconds", "s");
    meant.put("S", "s");
    meant.put("msec", "ms");
    meant.put("usec", "us");
    meant.put("hr", "h");
    meant.put("H", "h");
    meant.put("hour", "h");
    meant.put("hours", "h");
    meant.put("day", "d");
    meant.put("days", "d");
    meant.put("week", "w");
    meant.put("weeks", "w");
    return meant;
  }

  public static Outcome<Duration> of(Literal literal) {
    String text = literal.text();
    if (text.equals("infinity")) {
      return Outcome.of(INFINITY);
    }
    if (text.equals("0")) {
      return Outcome.of(new Duration(0));
    }
    if (text.isEmpty() || !Literal.isDigit(text.charAt(0))) {
      return literal.isNo("a duration", "5min30s");
    }
    BigDecimal micros = BigDecimal.ZERO;
    int at = 0;
    while (at < text.length()) {
      int unitStart = literal.digits(at, true);
      int unitEnd = unitStart;
      while (unitEnd < text.length() && !Literal.isDigit(text.charAt(unitEnd))) {
        unitEnd++;
      }
      Long unit = UNITS.get(text.substring(unitStart, unitEnd));
      if (unit == null) {
        return wrongUnit(literal, at, unitStart, unitEnd);
      }
      micros =
          micros.add(
              new BigDecimal(text.substring(at, unitStart)).multiply(BigDecimal.valueOf(unit)));
      at = unitEnd;
    }
    if (micros.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) >= 0) {
      return literal.fails(
          LanguageRules.RANGE,
          0,
          text.length(),
          "`%s` is longer than can be counted".formatted(text),
          "write `infinity` for no end");
    }
    return Outcome.of(new Duration(micros.longValue()));
  }

  private static <T> Outcome<T> wrongUnit(Literal literal, int at, int unitStart, int unitEnd) {
    String text = literal.text();
    String number = text.substring(at, unitStart);
    String unit = text.substring(unitStart, unitEnd);
    if (unit.isEmpty()) {
      return literal.fails(
          LanguageRules.UNIT,
          at,
          unitEnd,
          "the duration `%s` has no unit".formatted(number),
          "write `%ss` for seconds; units are us, ms, s, min, h, d, w".formatted(number));
    }
    String meant = MEANT.get(unit);
    return literal.fails(
        LanguageRules.UNIT,
        unitStart,
        unitEnd,
        "`%s` is not a unit of time".formatted(unit),
        meant == null
            ? "units are us, ms, s, min, h, d, w"
            : "write `%s%s`".formatted(number, meant));
  }
}
