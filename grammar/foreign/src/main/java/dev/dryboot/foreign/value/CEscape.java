package dev.dryboot.foreign.value;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A backslash escape as in C: {@code \n}, {@code \x41}, {@code \101}, {@code \u20ac}, {@code
 * \U0001f600}, {@code \s} for a blank (cunescape_one() of systemd 257).
 *
 * @param value a byte, or a Unicode code point
 * @param isByte whether it stands for a single byte, of which several may make up a character
 * @param length in characters, backslash included
 */
public record CEscape(int value, boolean isByte, int length) {
  private static final String LETTERS = "abfnrtvs\\\"'";
  private static final String MEANINGS = "\u0007\b\f\n\r\t\u000b \\\"'";

  /** The escape at {@code at}, if it is one that systemd knows. */
  public static Optional<CEscape> at(String text, int at) {
    if (at + 1 >= text.length() || text.charAt(at) != '\\') {
      return Optional.empty();
    }
    char c = text.charAt(at + 1);
    int letter = LETTERS.indexOf(c);
    if (letter >= 0) {
      return Optional.of(new CEscape(MEANINGS.charAt(letter), true, 2));
    }
    return switch (c) {
      case 'x' -> number(text, at, 2, 2, 16, true);
      case 'u' -> number(text, at, 2, 4, 16, false);
      case 'U' -> number(text, at, 2, 8, 16, false);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> number(text, at, 1, 3, 8, true);
      default -> Optional.empty();
    };
  }

  private static Optional<CEscape> number(
      String text, int at, int skip, int digits, int radix, boolean isByte) {
    int end = at + skip + digits;
    if (end > text.length()) {
      return Optional.empty();
    }
    long value = 0;
    for (int i = at + skip; i < end; i++) {
      int digit = Character.digit(text.charAt(i), radix);
      if (digit < 0 || text.charAt(i) > 'f') {
        return Optional.empty();
      }
      value = value * radix + digit;
    }
    boolean fits = isByte ? value <= 255 : value <= Character.MAX_CODE_POINT && !isSurrogate(value);
    return value == 0 || !fits
        ? Optional.empty()
        : Optional.of(new CEscape((int) value, isByte, skip + digits));
  }

  private static boolean isSurrogate(long value) {
    return value >= 0xd800 && value <= 0xdfff;
  }

  /**
   * Appends what the escapes from {@code at} on stand for, bytes that follow each other decoded as
   * UTF-8 together, and tells how many characters they take.
   */
  static int appendRun(StringBuilder word, String text, int at) {
    var bytes = new ByteArrayOutputStream();
    int end = at;
    Optional<CEscape> next = at(text, end);
    while (next.isPresent()) {
      CEscape escape = next.get();
      byte[] encoded =
          escape.isByte
              ? new byte[] {(byte) escape.value}
              : Character.toString(escape.value).getBytes(StandardCharsets.UTF_8);
      bytes.writeBytes(encoded);
      end += escape.length;
      next = at(text, end);
    }
    word.append(bytes.toString(StandardCharsets.UTF_8));
    return end - at;
  }
}
