package dev.dryboot.foreign.container;

import dev.dryboot.foreign.value.ByteSize;
import dev.dryboot.foreign.value.Reading;
import dev.dryboot.foreign.value.TimeSpan;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Readers of durations and memory sizes as Docker and Podman write them. */
public final class EngineValues {
  private static final Pattern PART =
      Pattern.compile("([0-9]*\\.?[0-9]*)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)");

  private EngineValues() {}

  /** Reads a duration of Go: {@code 1m30s}, {@code 500ms}; a unit is needed but for 0. */
  public static Reading<TimeSpan> readDuration(String text) {
    if (text.equals("0")) {
      return Reading.of(TimeSpan.ZERO);
    }
    Matcher matcher = PART.matcher(text);
    double micros = 0;
    int at = 0;
    while (at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at || !matcher.group(1).matches(".*[0-9].*")) {
        return Reading.fault(at, text.length(), "a duration such as 1m30s is expected here");
      }
      micros += Double.parseDouble(matcher.group(1)) * unit(matcher.group(2));
      at = matcher.end();
    }
    return at == 0
        ? Reading.fault(0, 0, "a duration is missing")
        : Reading.of(new TimeSpan((long) Math.min(micros, Long.MAX_VALUE / 2)));
  }

  private static double unit(String name) {
    return switch (name) {
      case "ns" -> 0.001;
      case "ms" -> 1e3;
      case "s" -> 1e6;
      case "m" -> 60e6;
      case "h" -> 3600e6;
      default -> 1;
    };
  }

  /** Reads an amount of memory: {@code 512m}, {@code 1.5g}, {@code 64MiB}; to the base of 1024. */
  public static Reading<ByteSize> readMemory(String text) {
    Matcher matcher =
        Pattern.compile("([0-9]+(?:\\.[0-9]+)?) ?([kmgtp]?)(i?b)?")
            .matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Reading.fault(0, text.length(), "an amount such as 512m is expected here");
    }
    String unit = matcher.group(2);
    double factor = unit.isEmpty() ? 1 : Math.pow(1024, "kmgtp".indexOf(unit) + 1);
    double bytes = Double.parseDouble(matcher.group(1)) * factor;
    return bytes > Long.MAX_VALUE / 2
        ? Reading.fault(0, text.length(), "this is more than there is")
        : Reading.of(new ByteSize((long) bytes));
  }
}
