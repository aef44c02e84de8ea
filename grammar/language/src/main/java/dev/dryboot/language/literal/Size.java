package dev.dryboot.language.literal;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.source.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An amount of memory or storage, such as {@code 20GiB}.
 *
 * @param bytes not negative
 */
public record Size(long bytes) {
  private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB");

  /** What people write who mean a unit of ours. */
  private static final Map<String, String> MEANT = meant();

  private static Map<String, String> meant() {
    Map<String, String> meant = new TreeMap<>();
    for (String unit : UNITS.subList(1, UNITS.size())) {
      String letter = unit.substring(0, 1).toLowerCase(Locale.ROOT);
      meant.put(letter, unit);
      meant.put(letter + "b", unit);
      meant.put(letter + "i", unit);
      meant.put(letter + "ib", unit);
    }
    meant.put("b", "B");
    return meant;
  }

  public static Outcome<Size> of(Literal literal) {
    return of(literal, literal.text().length(), "20GiB");
  }

  /** The size that the literal's characters before {@code end} are. */
  static Outcome<Size> of(Literal literal, int end, String example) {
    String text = literal.text();
    int unitStart = literal.digits(0, true);
    if (unitStart == 0) {
      return literal.isNo("a size", example);
    }
    if (unitStart > 15) {
      return literal.fails(LanguageRules.RANGE, 0, unitStart, "this size has too many digits");
    }
    String unit = text.substring(unitStart, Math.max(unitStart, end));
    int power = UNITS.indexOf(unit);
    if (power < 0) {
      return wrongUnit(literal, unitStart, end, unit);
    }
    BigDecimal bytes =
        new BigDecimal(text.substring(0, unitStart)).multiply(BigDecimal.valueOf(1L << 10 * power));
    if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      return literal.fails(
          LanguageRules.RANGE, 0, end, "`%s` is more than any machine has".formatted(text));
    }
    return Outcome.of(new Size(bytes.longValue()));
  }

  private static <T> Outcome<T> wrongUnit(Literal literal, int unitStart, int end, String unit) {
    String number = literal.text().substring(0, unitStart);
    String rest = literal.text().substring(end);
    if (unit.isEmpty()) {
      return literal.fails(
          LanguageRules.UNIT,
          0,
          end,
          "the size `%s` has no unit".formatted(number),
          "write `%sMiB%s`, say; units are B, KiB, MiB, GiB, TiB".formatted(number, rest));
    }
    String meant = MEANT.get(unit.toLowerCase(Locale.ROOT));
    return literal.fails(
        LanguageRules.UNIT,
        unitStart,
        end,
        "`%s` is not a unit of size".formatted(unit),
        meant == null
            ? "units are B, KiB, MiB, GiB, TiB"
            : "write `%s%s%s`: units are powers of 1024, and say so"
                .formatted(number, meant, rest));
  }
}
