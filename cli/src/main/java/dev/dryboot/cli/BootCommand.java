package dev.dryboot.cli;

import dev.dryboot.cli.chart.Chart;
import dev.dryboot.cli.chart.DependencyGraph;
import dev.dryboot.cli.chart.TimelineSvg;
import dev.dryboot.simulator.runner.BootEvidence;
import dev.dryboot.simulator.scenario.Scenario;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code dryboot boot FILE…}: boots artifacts in a simulation, and says what goes wrong. */
final class BootCommand implements Callable<Integer> {
  private final DrybootCommand dryboot;
  private final Language language;
  private final Form form =
      Form.of(
          "boot",
          this,
          "Boot hosts in a simulation: timeline, critical chain, and what would go wrong.",
          "FILE is a .boot file, whose hosts are compiled first; or an Ignition document, a",
          "#cloud-config, or a folder of systemd units, with --os for the system they are for.",
          "Nothing is installed, fetched or started: the machine, its disks and its network are"
              + " simulated.");
  private final HostOptions hosts = new HostOptions(form);
  private final BootOptions options = new BootOptions(form);
  private final Given<String> system =
      form.option(
          "--os",
          "OS",
          "The operating system of a hand-written artifact, such as 'ubuntu 24.04'; of hosts, the"
              + " same as --target.");
  private final Given<String> svg = form.option("--svg", "FILE", "Draw the timeline into FILE.");
  private final Given<String> graph =
      form.option(
          "--graph",
          "FILE",
          "Draw the dependencies of the user's units into FILE (needs Graphviz).");
  private final Given<List<String>> names = form.parameters("FILE", "A host or an artifact.");

  BootCommand(DrybootCommand dryboot, Language language) {
    this.dryboot = dryboot;
    this.language = language;
  }

  CommandSpec spec() {
    return form.spec();
  }

  @Override
  public Integer call() throws IOException {
    Output output = dryboot.output();
    List<Scenario> scenarios = options.scenarios();
    List<BootSubject> subjects = new ArrayList<>();
    Report found = Reports.distinct(subjects(subjects));
    Report mistakes = found;
    List<BootResult> results = new ArrayList<>();
    if (!mistakes.hasErrors()) {
      try (Progress progress =
          Progress.of(dryboot.console(), "booting", (long) subjects.size() * scenarios.size())) {
        // Each boot is a thread's alone; what comes of them is in the order of the machines.
        results.addAll(
            subjects.parallelStream()
                .map(subject -> BootResult.of(subject, scenarios, found, progress))
                .toList());
      }
      mistakes = mistakes.and(pictures(results));
    }
    show(output, mistakes, results);
    if (mistakes.hasErrors()) {
      return ExitCode.MISTAKES;
    }
    return results.stream().anyMatch(BootResult::fails) ? ExitCode.BOOT_FAILS : ExitCode.FINE;
  }

  private Report subjects(List<BootSubject> subjects) {
    Outcome<Inputs> inputs = Inputs.open(dryboot.console(), names.get(), system.value());
    if (inputs.value().isEmpty() || inputs.report().hasErrors()) {
      return inputs.report();
    }
    return inputs
        .report()
        .and(new Subjects(language, hosts, system.value()).collect(inputs.value().get(), subjects));
  }

  private void show(Output output, Report mistakes, List<BootResult> results) {
    if (output.json()) {
      output.out().print(BootJson.of(mistakes, results));
      return;
    }
    output.show(mistakes);
    var text = new BootText(output);
    results.forEach(text::show);
    if (results.isEmpty()) {
      output.out().println("nothing was booted: " + output.text().summary(mistakes));
    } else {
      text.summary(results);
    }
  }

  private Report pictures(List<BootResult> results) throws IOException {
    Report report = Report.EMPTY;
    for (BootResult result : results) {
      for (BootEvidence.Boot boot : result.canonical().boots()) {
        boolean only = results.size() == 1 && result.canonical().boots().size() == 1;
        String suffix =
            only ? "" : "-" + BootText.title(result, boot).replaceAll("[^A-Za-z0-9.]+", "-");
        report = report.and(pictures(result, boot, suffix));
      }
    }
    return report;
  }

  private Report pictures(BootResult result, BootEvidence.Boot boot, String suffix)
      throws IOException {
    String title = BootText.title(result, boot);
    if (svg.value().isPresent()) {
      Files.writeString(
          named(svg.get(), suffix), TimelineSvg.draw(Chart.of(title, boot, result.mine(boot))));
    }
    if (graph.value().isEmpty()) {
      return Report.EMPTY;
    }
    Optional<String> drawn = DependencyGraph.draw(title, boot, result.mine(boot));
    if (drawn.isEmpty()) {
      return Report.of(
          new Diagnostic(
              CommandRules.NO_GRAPHVIZ,
              Severity.WARNING,
              "the graph was not drawn: the dot command of Graphviz is not there, or gave nothing",
              Optional.empty(),
              List.of(),
              "",
              "install Graphviz (package graphviz) and try again"));
    }
    Files.writeString(named(graph.get(), suffix), drawn.get());
    return Report.EMPTY;
  }

  /** {@code boot.svg}, or {@code boot-web-on-ubuntu.svg} where there are several pictures. */
  private Path named(String file, String suffix) {
    int dot = file.lastIndexOf('.');
    boolean extension = dot > file.lastIndexOf('/') + 1;
    String name = extension ? file.substring(0, dot) + suffix + file.substring(dot) : file + suffix;
    return dryboot.console().directory().resolve(name);
  }
}
