package dev.dryboot.foreign.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/** Readers of booleans, whole numbers, file modes and percentages, as systemd takes them. */
public final class Scalars {
  private Scalars() {}

  /** Reads {@code yes}, {@code no} and their kin in any case (parse_boolean()). */
  public static Reading<Boolean> readBoolean(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "1", "yes", "y", "true", "t", "on" -> Reading.of(true);
      case "0", "no", "n", "false", "f", "off" -> Reading.of(false);
      default -> Reading.fault(0, text.length(), "yes or no is expected here");
    };
  }

  /** Reads an octal file mode from 0 to 7777 (parse_mode()). */
  public static Reading<Integer> readMode(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '7') {
        return Reading.fault(i, i + 1, "a file mode is written in the digits 0 to 7");
      }
    }
    if (text.isEmpty()) {
      return Reading.fault(0, 0, "a file mode is missing");
    }
    String digits = text.replaceFirst("^0+(?=.)", "");
    return digits.length() > 4
        ? Reading.fault(0, text.length(), "a file mode is 7777 at most")
        : Reading.of(Integer.parseInt(digits, 8));
  }

  /** Reads a whole number from {@code least} to {@code most}; hexadecimal behind {@code 0x}. */
  public static Reading<Long> readNumber(String text, long least, long most) {
    String digits = text.strip();
    boolean minus = digits.startsWith("-");
    String bare = minus || digits.startsWith("+") ? digits.substring(1) : digits;
    int base = radix(bare);
    String number = base == 16 || base == 2 || bare.startsWith("0o") ? bare.substring(2) : bare;
    long value;
    try {
      value =
          number.startsWith("-") || number.startsWith("+")
              ? badSign()
              : Long.parseLong((minus ? "-" : "") + number, base);
    } catch (NumberFormatException notANumber) {
      return Reading.fault(0, text.length(), "a whole number is expected here");
    }
    if (value < least || value > most) {
      return Reading.fault(
          0, text.length(), "a number from " + least + " to " + most + " is expected here");
    }
    return Reading.of(value);
  }

  /** Reads a whole number as large as one likes (safe_atou64() before it looks at the range). */
  public static Reading<BigInteger> readWhole(String text) {
    boolean minus = text.startsWith("-");
    String bare = minus || text.startsWith("+") ? text.substring(1) : text;
    int base = radix(bare);
    String number = base == 16 || base == 2 || bare.startsWith("0o") ? bare.substring(2) : bare;
    try {
      BigInteger value = new BigInteger(number.matches("[0-9A-Fa-f]+") ? number : "", base);
      return Reading.of(minus ? value.negate() : value);
    } catch (NumberFormatException notANumber) {
      return Reading.fault(0, text.length(), "a whole number is expected here");
    }
  }

  /** Whether {@code text} ends in the sign of percents, or of thousandths or ten thousandths. */
  public static boolean isShare(String text) {
    return !text.isEmpty() && "%\u2030\u2031".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /** Reads a share in hundredths of a percent: {@code 12.5%}, {@code 5\u2030}. */
  public static Reading<Integer> readShare(String text, int mostPercent) {
    if (!isShare(text) || text.endsWith("%")) {
      return readPercent(text, mostPercent);
    }
    boolean thousandths = text.endsWith("\u2030");
    String number = text.substring(0, text.length() - 1);
    if (!number.matches(thousandths ? "[0-9]{1,9}(\\.[0-9])?" : "[0-9]{1,9}")) {
      return Reading.fault(0, text.length(), "a share of a whole is expected here");
    }
    BigDecimal share = new BigDecimal(number).multiply(BigDecimal.valueOf(thousandths ? 10 : 1));
    return share.compareTo(BigDecimal.valueOf(mostPercent * 100L)) > 0
        ? Reading.fault(0, text.length(), "this is " + mostPercent + "% at most")
        : Reading.of(share.intValue());
  }

  private static long badSign() {
    throw new NumberFormatException();
  }

  private static int radix(String digits) {
    if (digits.startsWith("0x") || digits.startsWith("0X")) {
      return 16;
    }
    if (digits.startsWith("0b")) {
      return 2;
    }
    return digits.startsWith("0") && digits.length() > 1 ? 8 : 10;
  }

  /** Reads a share of a whole, in hundredths of a percent: {@code 50%}, {@code 12.5%}. */
  public static Reading<Integer> readPercent(String text, int mostPercent) {
    if (!text.endsWith("%")) {
      return Reading.fault(text.length(), text.length(), "a percent sign is missing");
    }
    String number = text.substring(0, text.length() - 1);
    if (!number.matches("[0-9]{1,9}(\\.[0-9]{1,2})?")) {
      return Reading.fault(0, text.length(), "a number of percents is expected here");
    }
    long hundredths = Math.round(Double.parseDouble(number) * 100);
    return hundredths > mostPercent * 100L
        ? Reading.fault(0, text.length(), "this is " + mostPercent + "% at most")
        : Reading.of((int) hundredths);
  }
}
