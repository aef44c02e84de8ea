package dev.dryboot.language.literal;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.source.Outcome;
import java.util.OptionalInt;

/**
 * An address of the internet protocol, such as {@code 10.0.0.5/24} or {@code fd00::5}.
 *
 * @param host the address as it is written, without its prefix
 * @param six whether it is of version 6
 * @param prefix the length behind the slash; empty where none is written
 */
public record Address(String host, boolean six, OptionalInt prefix) {
  public static Outcome<Address> of(Literal literal) {
    String text = literal.text();
    int slash = text.indexOf('/');
    int end = slash < 0 ? text.length() : slash;
    boolean six = text.indexOf(':') >= 0;
    if (text.isEmpty() || !six && !Literal.isDigit(text.charAt(0))) {
      return literal.isNo("an address", "10.0.0.5/24` or `fd00::5");
    }
    String host = text.substring(0, end);
    Outcome<String> checked = six ? six(literal, host) : four(literal, host);
    return checked.then(
        good ->
            slash < 0
                ? Outcome.of(new Address(host, six, OptionalInt.empty()))
                : prefix(literal, slash + 1, six ? 128 : 32)
                    .then(p -> Outcome.of(new Address(host, six, OptionalInt.of(p)))));
  }

  private static Outcome<Integer> prefix(Literal literal, int start, int most) {
    String text = literal.text();
    String written = text.substring(start);
    boolean number =
        !written.isEmpty() && written.length() < 4 && literal.digits(start, false) == text.length();
    int prefix = number ? Integer.parseInt(written) : -1;
    return prefix >= 0 && prefix <= most
        ? Outcome.of(prefix)
        : literal.fails(
            LanguageRules.RANGE,
            start,
            text.length(),
            "the prefix behind the slash is a number from 0 to %d".formatted(most));
  }

  private static Outcome<String> four(Literal literal, String host) {
    String[] parts = host.split("\\.", -1);
    int at = 0;
    for (String part : parts) {
      boolean number =
          !part.isEmpty() && part.length() < 4 && literal.digits(at, false) >= at + part.length();
      if (!number || Integer.parseInt(part) > 255) {
        return literal.fails(
            LanguageRules.RANGE,
            at,
            at + part.length(),
            "`%s` is not a number from 0 to 255".formatted(part),
            "an address has four of them, such as `10.0.0.5`");
      }
      at += part.length() + 1;
    }
    return parts.length == 4
        ? Outcome.of(host)
        : literal.fails(
            LanguageRules.TYPE,
            0,
            host.length(),
            "an address has four numbers, `%s` has %d".formatted(host, parts.length));
  }

  private static Outcome<String> six(Literal literal, String host) {
    int gap = host.indexOf("::");
    if (gap >= 0 && host.indexOf("::", gap + 1) >= 0) {
      return literal.fails(
          LanguageRules.TYPE,
          host.indexOf("::", gap + 1),
          host.length(),
          "an address has `::` only once");
    }
    int groups = 0;
    int at = 0;
    for (String part : host.split(":", -1)) {
      if (part.indexOf('.') >= 0) {
        groups++;
      } else if (!part.matches("[0-9a-fA-F]{0,4}")) {
        return literal.fails(
            LanguageRules.TYPE,
            at,
            at + part.length(),
            "`%s` is not a group of up to four hexadecimal digits".formatted(part));
      }
      groups += part.isEmpty() ? 0 : 1;
      at += part.length() + 1;
    }
    boolean complete = gap >= 0 ? groups < 8 : groups == 8;
    return complete
        ? Outcome.of(host)
        : literal.fails(
            LanguageRules.TYPE,
            0,
            host.length(),
            "an address has eight groups, `%s` has %d".formatted(host, groups),
            "`::` stands for groups of zeros");
  }

  @Override
  public String toString() {
    return prefix.isPresent() ? host + "/" + prefix.getAsInt() : host;
  }
}
