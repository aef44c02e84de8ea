package dev.dryboot.foreign.value;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A number of bytes as systemd writes it: {@code 512M}, {@code 1G 512M}, {@code 1.5K} (parse_size()
 * of systemd 257).
 *
 * @param bytes never negative; {@link Long#MAX_VALUE} for {@code infinity}
 */
public record ByteSize(long bytes) implements Comparable<ByteSize> {
  public static final ByteSize INFINITY = new ByteSize(Long.MAX_VALUE);
  private static final String SUFFIXES = "EPTGMKB";

  /** Reads a size to the base of 1024, as for memory. */
  public static Reading<ByteSize> read(String text) {
    return read(text, 1024);
  }

  /**
   * Reads a size to the base of 1024 (memory) or 1000 (bandwidth, disks). What is beyond 8 EiB
   * counts as {@link #INFINITY}.
   */
  public static Reading<ByteSize> read(String text, int base) {
    return exact(text, base)
        .map(size -> size.bitLength() > 63 ? INFINITY : new ByteSize(size.longValue()));
  }

  /** Reads a size below 16 EiB. */
  public static Reading<BigInteger> exact(String text, int base) {
    int p = Scan.skipBlanks(text, 0);
    if (p == text.length()) {
      return Reading.fault(0, text.length(), "a size is missing");
    }
    BigInteger total = BigInteger.ZERO;
    int largest = 0;
    while (p < text.length()) {
      int digits = text.charAt(p) == '+' ? p + 1 : p;
      int point = Scan.skipDigits(text, digits);
      boolean fraction = point > digits && point < text.length() && text.charAt(point) == '.';
      int end = fraction ? Scan.skipDigits(text, point + 1) : point;
      if (point == digits) {
        return Reading.fault(p, Scan.wordEnd(text, p), "a number is missing");
      }
      int suffixAt = Scan.skipBlanks(text, end);
      int suffix = suffixAt < text.length() ? SUFFIXES.indexOf(text.charAt(suffixAt), largest) : -1;
      int next = suffix < 0 ? suffixAt : suffixAt + 1;
      if (suffix < 0 && suffixAt < text.length()) {
        return Reading.fault(
            suffixAt, Scan.wordEnd(text, suffixAt), "one of K, M, G, T, P, E is expected here");
      }
      largest = suffix < 0 ? SUFFIXES.length() : suffix + 1;
      int steps = suffix < 0 ? 0 : SUFFIXES.length() - 1 - suffix;
      total = total.add(bytes(text.substring(digits, end), BigInteger.valueOf(base).pow(steps)));
      if (total.bitLength() > 64) {
        return Reading.fault(p, next, "this is more than systemd can count");
      }
      p = Scan.skipBlanks(text, next);
    }
    return Reading.of(total);
  }

  private static BigInteger bytes(String number, BigInteger factor) {
    String decimal = number.endsWith(".") ? number + "0" : number;
    return new BigDecimal(decimal).multiply(new BigDecimal(factor)).toBigInteger();
  }

  public boolean isInfinite() {
    return bytes == Long.MAX_VALUE;
  }

  @Override
  public int compareTo(ByteSize other) {
    return Long.compare(bytes, other.bytes);
  }

  /** With the largest suffix that leaves a whole number: {@code 512M}. */
  @Override
  public String toString() {
    if (isInfinite()) {
      return "infinity";
    }
    long rest = bytes;
    int steps = 0;
    while (rest > 0 && rest % 1024 == 0 && steps < 6) {
      rest /= 1024;
      steps++;
    }
    return steps == 0 ? Long.toString(rest) : rest + String.valueOf("KMGTPE".charAt(steps - 1));
  }
}
