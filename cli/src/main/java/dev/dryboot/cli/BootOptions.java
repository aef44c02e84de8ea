package dev.dryboot.cli;

import dev.dryboot.foreign.value.Reading;
import dev.dryboot.foreign.value.TimeSpan;
import dev.dryboot.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** How often, how long and in which circumstances machines are booted. */
final class BootOptions {
  private static final int MOST_SCHEDULES = 100_000;
  private static final int MOST_BOOTS = 100;

  private final Form form;
  private final Given<Integer> seeds;
  private final Given<Long> seed;
  private final Given<Long> until;
  private final Given<Integer> boots;
  private final Given<String> between;
  private final Given<Long> bandwidth;

  /** Adds them to {@code form}. */
  BootOptions(Form form) {
    this.form = form;
    seeds =
        form.option(
            "--seeds",
            Integer.class,
            "N",
            "1",
            "Boot N schedules: what is not ordered happens in another order in each (default:"
                + " ${DEFAULT-VALUE}).");
    seed =
        form.add(
            Form.option(
                "--seed",
                Long.class,
                "SEED",
                "Boot the schedule of this seed alone, as a report has named it."));
    until =
        form.option(
            "--until",
            Long.class,
            "TIME",
            BootOptions::time,
            "Simulated time that a boot may take, such as 5min (default: 10min).");
    boots =
        form.option(
            "--boots",
            Integer.class,
            "N",
            "1",
            "Boot the same machine N times, one after the other (default: ${DEFAULT-VALUE}).");
    between =
        form.option(
            "--between",
            String.class,
            "HOW",
            "reboot",
            "What is between two boots: reboot or power-cut (default: ${DEFAULT-VALUE}).");
    bandwidth =
        form.option(
            "--bandwidth",
            Long.class,
            "RATE",
            BootOptions::rate,
            "How fast images come over the network, such as 2MiB/s (default: 10MiB/s).");
  }

  /** The scenarios, the canonical schedule first. */
  List<Scenario> scenarios() {
    Scenario base = base();
    List<Scenario> all = new ArrayList<>();
    if (seed.value().isPresent()) {
      all.add(base.shuffled(seed.get()));
      return all;
    }
    int schedules = seeds.get();
    if (schedules < 1 || schedules > MOST_SCHEDULES) {
      throw form.mistake("--seeds takes a number from 1 to " + MOST_SCHEDULES);
    }
    all.add(base);
    for (long next = 1; next < schedules; next++) {
      all.add(base.shuffled(next));
    }
    return all;
  }

  private Scenario base() {
    Scenario scenario = Scenario.FIRST_BOOT;
    if (until.value().isPresent()) {
      scenario = scenario.until(until.get());
    }
    if (bandwidth.value().isPresent()) {
      scenario = scenario.bandwidth(bandwidth.get());
    }
    Scenario.Between how =
        switch (between.get()) {
          case "reboot" -> Scenario.Between.REBOOT;
          case "power-cut" -> Scenario.Between.POWER_CUT;
          default -> throw form.mistake("--between takes reboot or power-cut");
        };
    int number = boots.get();
    if (number < 1 || number > MOST_BOOTS) {
      throw form.mistake("--boots takes a number from 1 to " + MOST_BOOTS);
    }
    return scenario.boots(number, how);
  }

  /** {@code 5min} in microseconds. */
  private static Long time(String text) {
    Reading<TimeSpan> reading = TimeSpan.read(text);
    long microseconds = reading.value().map(TimeSpan::micros).orElse(0L);
    if (microseconds <= 0) {
      throw new CommandLine.TypeConversionException("'" + text + "' is no time; write 90s or 5min");
    }
    return microseconds;
  }

  /** {@code 2MiB/s} in bytes per second. */
  private static Long rate(String text) {
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
