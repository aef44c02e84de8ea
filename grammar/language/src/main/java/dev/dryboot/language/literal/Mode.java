package dev.dryboot.language.literal;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.source.Outcome;

/**
 * The permissions of a file, such as {@code 0644}.
 *
 * @param bits from 0 to 07777
 */
public record Mode(int bits) {
  public static Outcome<Mode> of(Literal literal) {
    String text = literal.text();
    int digits = literal.digits(0, false);
    if (digits == 0) {
      return literal.isNo("a mode", "0644");
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '7') {
        return literal.fails(
            LanguageRules.TYPE,
            i,
            i + 1,
            "`%c` is no octal digit".formatted(text.charAt(i)),
            "a mode is written in octal: `0644`");
      }
    }
    if (text.charAt(0) != '0' || text.length() < 4) {
      String meant = "0".repeat(Math.max(1, 4 - text.length())) + text;
      return literal.fails(
          LanguageRules.TYPE,
          0,
          text.length(),
          "the mode `%s` does not begin with `0`".formatted(text),
          "write `%s`, so that it reads as octal".formatted(meant));
    }
    if (text.length() > 5 || Integer.parseInt(text, 8) > 07777) {
      return literal.fails(
          LanguageRules.RANGE, 0, text.length(), "a mode is at most 07777", "write `0644`, say");
    }
    return Outcome.of(new Mode(Integer.parseInt(text, 8)));
  }

  /** Four octal digits: {@code 0644}. */
  @Override
  public String toString() {
    return String.format(java.util.Locale.ROOT, "%04o", bits);
  }
}
