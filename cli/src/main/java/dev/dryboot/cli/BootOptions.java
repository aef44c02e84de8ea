package dev.dryboot.cli;

import dev.dryboot.foreign.value.Reading;
import dev.dryboot.foreign.value.TimeSpan;
import dev.dryboot.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** How often, how long and in which circumstances machines are booted. */
final class BootOptions {
  private static final int MOST_SCHEDULES = 100_000;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Boot N schedules: what is not ordered happens in another order in each (default: ${DEFAULT-VALUE}).")
  private int seeds = 1;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "Boot the schedule of this seed alone, as a report has named it.")
  private @org.jspecify.annotations.Nullable Long seed;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = Span.class,
      description = "Simulated time that a boot may take, such as 5min (default: 10min).")
  private @org.jspecify.annotations.Nullable Long until;

  @Option(
      names = "--boots",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Boot the same machine N times, one after the other (default: ${DEFAULT-VALUE}).")
  private int boots = 1;

  @Option(
      names = "--between",
      paramLabel = "HOW",
      defaultValue = "reboot",
      description = "What is between two boots: reboot or power-cut (default: ${DEFAULT-VALUE}).")
  private String between = "reboot";

  @Option(
      names = "--bandwidth",
      paramLabel = "RATE",
      converter = Rate.class,
      description = "How fast images come over the network, such as 2MiB/s (default: 10MiB/s).")
  private @org.jspecify.annotations.Nullable Long bandwidth;

  /** The scenarios, the canonical schedule first. */
  List<Scenario> scenarios() {
    Scenario base = base();
    List<Scenario> all = new ArrayList<>();
    if (seed != null) {
      all.add(base.shuffled(seed));
      return all;
    }
    if (seeds < 1 || seeds > MOST_SCHEDULES) {
      throw new CommandLine.TypeConversionException(
          "--seeds takes a number from 1 to " + MOST_SCHEDULES);
    }
    all.add(base);
    for (long next = 1; next < seeds; next++) {
      all.add(base.shuffled(next));
    }
    return all;
  }

  private Scenario base() {
    Scenario scenario = Scenario.FIRST_BOOT;
    if (until != null) {
      scenario = scenario.until(until);
    }
    if (bandwidth != null) {
      scenario = scenario.bandwidth(bandwidth);
    }
    Scenario.Between how =
        switch (between) {
          case "reboot" -> Scenario.Between.REBOOT;
          case "power-cut" -> Scenario.Between.POWER_CUT;
          default ->
              throw new CommandLine.TypeConversionException("--between takes reboot or power-cut");
        };
    if (boots < 1 || boots > 100) {
      throw new CommandLine.TypeConversionException("--boots takes a number from 1 to 100");
    }
    return scenario.boots(boots, how);
  }

  /** {@code 5min} in microseconds. */
  static final class Span implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      Reading<TimeSpan> reading = TimeSpan.read(text);
      long microseconds = reading.value().map(TimeSpan::micros).orElse(0L);
      if (microseconds <= 0) {
        throw new CommandLine.TypeConversionException(
            "'" + text + "' is no time; write 90s or 5min");
      }
      return microseconds;
    }
  }

  /** {@code 2MiB/s} in bytes per second. */
  static final class Rate implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      var matcher =
          java.util.regex.Pattern.compile("([0-9]{1,6})(K|Ki|M|Mi|G|Gi)?B?(/s)?").matcher(text);
      if (!matcher.matches()) {
        throw new CommandLine.TypeConversionException("'" + text + "' is no rate; write 2MiB/s");
      }
      String unit = matcher.group(2) == null ? "" : matcher.group(2);
      long step = unit.endsWith("i") ? 1024 : 1000;
      long factor =
          switch (unit.isEmpty() ? ' ' : unit.charAt(0)) {
            case 'K' -> step;
            case 'M' -> step * step;
            case 'G' -> step * step * step;
            default -> 1;
          };
      return Math.max(1, Long.parseLong(matcher.group(1)) * factor);
    }
  }
}
