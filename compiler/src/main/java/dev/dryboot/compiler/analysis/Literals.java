package dev.dryboot.compiler.analysis;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The literals of the language, once their characters are known. */
public final class Literals {
  private static final Pattern SIZE = Pattern.compile("([0-9]+)(B|KiB|MiB|GiB|TiB)?");
  private static final Pattern PORT =
      Pattern.compile("(?:(.+):)?([0-9]{1,5})(?:-([0-9]{1,5}))?(?:/([a-z]+))?");
  private static final Pattern DURATION_PART =
      Pattern.compile(
          "([0-9]+(?:\\.[0-9]+)?)\\s*(us|ms|seconds?|sec|s|minutes?|min|m|hours?|hr|h|days?|d|weeks?|w)?");
  private static final Map<String, Double> SECONDS =
      Map.ofEntries(
          Map.entry("us", 0.000001),
          Map.entry("ms", 0.001),
          Map.entry("s", 1.0),
          Map.entry("m", 60.0),
          Map.entry("h", 3600.0),
          Map.entry("d", 86400.0),
          Map.entry("w", 604800.0));

  private Literals() {}

  /** A port or a range of ports, with what may stand before and behind it. */
  public record Ports(String address, int first, int last, String protocol) {}

  public static Optional<Boolean> yesOrNo(String text) {
    return switch (text) {
      case "yes", "true", "on" -> Optional.of(true);
      case "no", "false", "off" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  public static OptionalLong integer(String text) {
    return text.matches("-?[0-9]{1,18}")
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }

  /** Bits of an octal mode such as {@code 0644}. */
  public static OptionalLong mode(String text) {
    return text.matches("0?[0-7]{3,4}")
        ? OptionalLong.of(Integer.parseInt(text, 8))
        : OptionalLong.empty();
  }

  /** Bytes of a size such as {@code 20GiB}. */
  public static OptionalLong bytes(String text) {
    Matcher size = SIZE.matcher(text);
    if (!size.matches() || size.group(1).length() > 9) {
      return OptionalLong.empty();
    }
    long count = Long.parseLong(size.group(1));
    String unit = size.group(2) == null ? "B" : size.group(2);
    return OptionalLong.of(
        switch (unit) {
          case "KiB" -> count << 10;
          case "MiB" -> count << 20;
          case "GiB" -> count << 30;
          case "TiB" -> count << 40;
          default -> count;
        });
  }

  /** Whole seconds of a duration such as {@code 5min30s}, rounded up. */
  public static OptionalLong seconds(String text) {
    Matcher part = DURATION_PART.matcher(text);
    double seconds = 0;
    int end = 0;
    while (part.find() && part.start() == end) {
      String unit = part.group(2) == null ? "s" : part.group(2);
      String letter = unit.equals("us") || unit.equals("ms") ? unit : unit.substring(0, 1);
      seconds += Double.parseDouble(part.group(1)) * SECONDS.getOrDefault(letter, 1.0);
      end = part.end();
    }
    return end == text.length() && end > 0
        ? OptionalLong.of((long) Math.ceil(seconds))
        : OptionalLong.empty();
  }

  /** {@code 8443/tcp}, {@code 9000-9002}, {@code 127.0.0.1:80}. */
  public static Optional<Ports> ports(String text) {
    Matcher port = PORT.matcher(text);
    if (!port.matches()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(port.group(2));
    int last = port.group(3) == null ? first : Integer.parseInt(port.group(3));
    if (first > 65535 || last > 65535 || last < first) {
      return Optional.empty();
    }
    String address = port.group(1) == null ? "" : port.group(1);
    return Optional.of(
        new Ports(address, first, last, port.group(4) == null ? "tcp" : port.group(4)));
  }
}
