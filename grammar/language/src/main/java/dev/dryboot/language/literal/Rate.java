package dev.dryboot.language.literal;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.source.Outcome;

/**
 * An amount in a time, such as {@code 2MiB/s}.
 *
 * @param bytesPerSecond not negative
 */
public record Rate(long bytesPerSecond) {
  public static Outcome<Rate> of(Literal literal) {
    String text = literal.text();
    int slash = text.indexOf('/');
    if (slash < 0) {
      return literal.fails(
          LanguageRules.UNIT,
          0,
          text.length(),
          "the rate `%s` does not say in which time".formatted(text),
          "write `%s/s`".formatted(text));
    }
    if (!text.substring(slash + 1).equals("s")) {
      return literal.fails(
          LanguageRules.UNIT,
          slash + 1,
          text.length(),
          "a rate is an amount in a second",
          "write `%s/s`".formatted(text.substring(0, slash)));
    }
    return Size.of(literal, slash, "2MiB/s").then(size -> Outcome.of(new Rate(size.bytes())));
  }
}
