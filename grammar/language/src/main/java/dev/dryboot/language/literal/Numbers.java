package dev.dryboot.language.literal;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.source.Outcome;

/** Converters of plain numbers, percentages and truth. */
public final class Numbers {
  private Numbers() {}

  /** A whole number, which may be negative. */
  public static Outcome<Long> integer(Literal literal) {
    String text = literal.text();
    int start = text.startsWith("-") ? 1 : 0;
    int end = literal.digits(start, false);
    if (end == start) {
      return literal.isNo("a whole number", "3");
    }
    if (end < text.length()) {
      return literal.fails(
          LanguageRules.UNIT,
          end,
          text.length(),
          "a whole number has no `%s` behind it".formatted(text.substring(end)),
          "write `%s`".formatted(text.substring(0, end)));
    }
    return end - start > 18
        ? literal.fails(LanguageRules.RANGE, 0, end, "this number has too many digits")
        : Outcome.of(Long.parseLong(text));
  }

  /** A number that may have a fraction. */
  public static Outcome<Double> decimal(Literal literal) {
    String text = literal.text();
    int start = text.startsWith("-") ? 1 : 0;
    int end = literal.digits(start, true);
    if (end == start) {
      return literal.isNo("a number", "1.5");
    }
    if (end < text.length()) {
      return literal.fails(
          LanguageRules.UNIT,
          end,
          text.length(),
          "a number has no `%s` behind it".formatted(text.substring(end)),
          "write `%s`".formatted(text.substring(0, end)));
    }
    return Outcome.of(Double.parseDouble(text));
  }

  /** {@code 50%}, as 50. */
  public static Outcome<Integer> percent(Literal literal) {
    String text = literal.text();
    int end = literal.digits(0, false);
    if (end == 0 || end > 9) {
      return literal.isNo("a percentage", "50%");
    }
    if (!text.substring(end).equals("%")) {
      return literal.fails(
          LanguageRules.UNIT,
          end,
          text.length(),
          "a percentage ends with `%`",
          "write `%s%%`".formatted(text.substring(0, end)));
    }
    return Outcome.of(Integer.parseInt(text.substring(0, end)));
  }

  /** {@code yes} or {@code no}. */
  public static Outcome<Boolean> truth(Literal literal) {
    return switch (literal.text()) {
      case "yes" -> Outcome.of(true);
      case "no" -> Outcome.of(false);
      case "true", "on", "1", "enabled" -> meant(literal, "yes");
      case "false", "off", "0", "disabled" -> meant(literal, "no");
      default -> literal.isNo("`yes` or `no`", "yes");
    };
  }

  private static Outcome<Boolean> meant(Literal literal, String word) {
    return literal.fails(
        LanguageRules.TYPE,
        0,
        literal.text().length(),
        "this setting is `yes` or `no`, not `%s`".formatted(literal.text()),
        "write `%s`".formatted(word));
  }
}
