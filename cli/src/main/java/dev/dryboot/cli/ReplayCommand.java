package dev.dryboot.cli;

import dev.dryboot.simulator.replay.Recording;
import dev.dryboot.simulator.replay.RecordingReader;
import dev.dryboot.simulator.replay.Replay;
import dev.dryboot.simulator.replay.ReplaySummary;
import dev.dryboot.simulator.replay.ReplayedCase;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** {@code dryboot replay PATH…}: compares the simulation with recordings of real boots. */
final class ReplayCommand implements Callable<Integer> {
  private static final long MAX_BYTES = 16L << 20;

  private final DrybootCommand dryboot;
  private final Form form =
      Form.of(
          "replay",
          this,
          "Simulate recordings of real boots, and say how many agree.",
          "PATH is a recording (JSON) or a folder of them. A case agrees when the jobs, states and",
          "deleted jobs of each phase equal those of one observed outcome. Exits with 0 when all"
              + " agree,",
          "with 3 when one does not, and with 1 when there is nothing to compare.");
  private final Given<Integer> version =
      form.add(
          Form.option(
              "--systemd",
              Integer.class,
              "VERSION",
              "Compare with the recordings of this systemd, 252 or 257 (default: for each case the"
                  + " newest that it was recorded on)."));
  private final Given<Boolean> list = form.flag("--list", "List every case with its verdict.");
  private final Given<List<String>> paths =
      form.parameters("PATH", "A recording or a folder of them.");

  ReplayCommand(DrybootCommand dryboot) {
    this.dryboot = dryboot;
  }

  CommandSpec spec() {
    return form.spec();
  }

  @Override
  public Integer call() throws IOException {
    Output output = dryboot.output();
    Report report = Report.EMPTY;
    List<Path> files = new ArrayList<>();
    for (String name : paths.get()) {
      Path path = dryboot.console().directory().resolve(name);
      if (Files.exists(path)) {
        collect(path, files);
      } else {
        report =
            report.and(
                problem(
                    CommandRules.MISSING,
                    name,
                    name + " cannot be read: there is no such file or directory"));
      }
    }
    List<Recording> recordings = new ArrayList<>();
    boolean alone = files.size() == paths.get().size();
    for (Path file : files) {
      Optional<Recording> recording =
          Files.size(file) > MAX_BYTES
              ? Optional.empty()
              : RecordingReader.read(Files.readString(file));
      recording.ifPresent(recordings::add);
      if (recording.isEmpty() && alone) {
        report =
            report.and(
                problem(
                    CommandRules.UNKNOWN_FORM,
                    file.toString(),
                    file + " is no recording of a boot"));
      }
    }
    return report.hasErrors() ? mistakes(output, report) : replayed(output, recordings);
  }

  private static int mistakes(Output output, Report report) {
    if (output.json()) {
      output.out().print(JsonReport.of(report));
    } else {
      output.show(report);
    }
    return ExitCode.MISTAKES;
  }

  private int replayed(Output output, List<Recording> recordings) {
    List<ReplayedCase> cases = new ArrayList<>();
    try (Progress progress = Progress.of(dryboot.console(), "replaying", recordings.size())) {
      for (Recording recording : recordings) {
        cases.addAll(
            version
                .value()
                .map(v -> Replay.run(List.of(recording), v))
                .orElseGet(() -> Replay.run(List.of(recording)))
                .cases());
        progress.step();
      }
    }
    if (cases.isEmpty()) {
      return mistakes(output, nothingToCompare(recordings));
    }
    ReplaySummary summary = new ReplaySummary(cases);
    if (output.json()) {
      output.out().println(summary.json());
    } else {
      text(output, summary);
    }
    return summary.agree() == cases.size() ? ExitCode.FINE : ExitCode.BOOT_FAILS;
  }

  /** That a comparison of nothing came out well would be no news. */
  private Report nothingToCompare(List<Recording> recordings) {
    String name = String.join(" ", paths.get());
    if (recordings.isEmpty() || version.value().isEmpty()) {
      return problem(
          CommandRules.NOTHING_TO_COMPARE, name, "there is no recording of a boot in " + name);
    }
    String others =
        recordings.stream()
            .flatMap(r -> r.observed().keySet().stream())
            .distinct()
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining(" and "));
    return problem(
        CommandRules.NOTHING_TO_COMPARE,
        name,
        "no recording here was made with systemd %d%s"
            .formatted(version.get(), others.isEmpty() ? "" : "; they were made with " + others));
  }

  private void text(Output output, ReplaySummary summary) {
    for (ReplayedCase one : summary.cases()) {
      if (list.get() || !one.wholly()) {
        String verdict =
            one.crashed()
                ? "crashed "
                : one.wholly() ? "agrees  " : one.agrees() ? "partly  " : "differs ";
        String painted = one.agrees() ? output.paint().good(verdict) : output.paint().bad(verdict);
        output.out().println(painted + one.name() + (one.wholly() ? "" : ": " + one.difference()));
      }
    }
    String versions =
        summary.versions().keySet().stream()
            .map(String::valueOf)
            .collect(Collectors.joining(" and "));
    ReplaySummary open = summary.open();
    output
        .out()
        .println(
            "%d of %d cases agree with systemd %s; %d of them in restart counts and exit statuses, too"
                .formatted(summary.agree(), summary.cases().size(), versions, summary.wholly()));
    output
        .out()
        .println(
            "%d outcomes were observed and %d predicted; %d of the observed ones are among the predicted"
                .formatted(summary.observed(), summary.predicted(), summary.found()));
    if (!open.cases().isEmpty()) {
      output
          .out()
          .println(
              "%d cases came out in several ways: %d outcomes, %d of them predicted"
                  .formatted(open.cases().size(), open.observed(), open.found()));
    }
  }

  private static void collect(Path path, List<Path> files) throws IOException {
    if (Files.isRegularFile(path)) {
      files.add(path);
      return;
    }
    try (Stream<Path> all = Files.walk(path, 3)) {
      all.filter(p -> p.toString().endsWith(".json") && Files.isRegularFile(p))
          .sorted()
          .forEach(files::add);
    }
  }

  private static Report problem(dev.dryboot.source.Rule rule, String name, String message) {
    return Report.of(Diagnostic.error(rule, SourceText.of(name, "").whole(), message));
  }
}
