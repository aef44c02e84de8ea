package dev.dryboot.simulator.systemd.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The small values of unit files as systemd reads them: booleans, time spans, numbers, words. */
public final class Values {
  private static final Map<String, Long> UNITS =
      Map.ofEntries(
          Map.entry("us", 1L),
          Map.entry("usec", 1L),
          Map.entry("µs", 1L),
          Map.entry("μs", 1L),
          Map.entry("ms", 1_000L),
          Map.entry("msec", 1_000L),
          Map.entry("", 1_000_000L),
          Map.entry("s", 1_000_000L),
          Map.entry("sec", 1_000_000L),
          Map.entry("second", 1_000_000L),
          Map.entry("seconds", 1_000_000L),
          Map.entry("m", 60_000_000L),
          Map.entry("min", 60_000_000L),
          Map.entry("minute", 60_000_000L),
          Map.entry("minutes", 60_000_000L),
          Map.entry("h", 3_600_000_000L),
          Map.entry("hr", 3_600_000_000L),
          Map.entry("hour", 3_600_000_000L),
          Map.entry("hours", 3_600_000_000L),
          Map.entry("d", 86_400_000_000L),
          Map.entry("day", 86_400_000_000L),
          Map.entry("days", 86_400_000_000L),
          Map.entry("w", 604_800_000_000L),
          Map.entry("week", 604_800_000_000L),
          Map.entry("weeks", 604_800_000_000L),
          Map.entry("M", 2_629_800_000_000L),
          Map.entry("month", 2_629_800_000_000L),
          Map.entry("months", 2_629_800_000_000L),
          Map.entry("y", 31_557_600_000_000L),
          Map.entry("year", 31_557_600_000_000L),
          Map.entry("years", 31_557_600_000_000L));

  private Values() {}

  /** A boolean (parse-util.c: parse_boolean). */
  public static Optional<Boolean> bool(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "1", "yes", "y", "true", "t", "on" -> Optional.of(true);
      case "0", "no", "n", "false", "f", "off" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** A time span in microseconds, seconds where no unit is given (time-util.c: parse_sec). */
  public static OptionalLong microseconds(String text) {
    String rest = text.strip();
    if (rest.equals("infinity")) {
      return OptionalLong.of(Settings.INFINITY);
    }
    if (rest.isEmpty()) {
      return OptionalLong.empty();
    }
    double sum = 0;
    int i = 0;
    while (i < rest.length()) {
      int number = i;
      while (i < rest.length() && (Character.isDigit(rest.charAt(i)) || rest.charAt(i) == '.')) {
        i++;
      }
      String digits = rest.substring(number, i);
      if (digits.isEmpty()
          || digits.equals(".")
          || digits.indexOf('.') != digits.lastIndexOf('.')) {
        return OptionalLong.empty();
      }
      i = skipBlanks(rest, i);
      int unit = i;
      while (i < rest.length() && Character.isLetter(rest.charAt(i))) {
        i++;
      }
      Long factor = UNITS.get(rest.substring(unit, i));
      if (factor == null) {
        return OptionalLong.empty();
      }
      sum += Double.parseDouble(digits) * factor;
      i = skipBlanks(rest, i);
    }
    return sum >= Settings.INFINITY ? OptionalLong.empty() : OptionalLong.of(Math.round(sum));
  }

  private static int skipBlanks(String text, int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** A whole number of 0 or more. */
  public static OptionalLong number(String text) {
    if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  /**
   * A word of a value.
   *
   * @param text without quotes and escapes
   * @param from where it begins in the value
   * @param to where it ends
   */
  public record Word(String text, int from, int to) {}

  /** The words of a value: blanks separate, quotes hold together (extract-word.c). */
  public static List<Word> words(String value) {
    var words = new ArrayList<Word>();
    int i = skipBlanks(value, 0);
    while (i < value.length()) {
      int from = i;
      var word = new StringBuilder();
      char quote = 0;
      for (; i < value.length(); i++) {
        char c = value.charAt(i);
        if (quote == 0 && Character.isWhitespace(c)) {
          break;
        }
        if (c == '\\' && i + 1 < value.length() && quote != '\'') {
          i++;
          word.append(value.charAt(i) == 'n' ? '\n' : value.charAt(i));
        } else if (quote == c) {
          quote = 0;
        } else if (quote == 0 && (c == '"' || c == '\'')) {
          quote = c;
        } else {
          word.append(c);
        }
      }
      words.add(new Word(word.toString(), from, i));
      i = skipBlanks(value, i);
    }
    return words;
  }

  /** The words of a value as they stand: names with backslashes keep them. */
  public static List<Word> plainWords(String value) {
    var words = new ArrayList<Word>(2);
    int i = skipBlanks(value, 0);
    while (i < value.length()) {
      int from = i;
      while (i < value.length() && !Character.isWhitespace(value.charAt(i))) {
        i++;
      }
      words.add(new Word(value.substring(from, i), from, i));
      i = skipBlanks(value, i);
    }
    return words;
  }
}
