package dev.dryboot.cli;

import dev.dryboot.compiler.Request;
import dev.dryboot.compiler.analysis.SecretSource;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.render.Count;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code dryboot check FILE…}: findings of the language, the model and the targets; no artifacts.
 */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Look for mistakes in hosts, without compiling or booting them.",
    description = {
      "Reads FILE and all that it imports, and checks each host for each of its targets.",
      "An Ignition document or a cloud-config is read and checked as its provisioner would."
    })
final class CheckCommand implements Callable<Integer> {
  private final Console console;
  private final Language language;

  @ParentCommand private @org.jspecify.annotations.Nullable DrybootCommand parent;

  @Mixin private HostOptions options = new HostOptions();

  @Option(
      names = "--os",
      paramLabel = "OS",
      description = "The operating system that a hand-written artifact is for.")
  private @org.jspecify.annotations.Nullable String os;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "A .boot file or an artifact.")
  private List<String> names = List.of();

  CheckCommand(Console console, Language language) {
    this.console = console;
    this.language = language;
  }

  @Override
  public Integer call() {
    Output output = Objects.requireNonNull(parent).output();
    Outcome<Inputs> inputs = Inputs.open(console, names, Optional.ofNullable(os));
    Report report = inputs.report();
    int hosts = 0;
    if (inputs.value().isPresent()) {
      Inputs given = inputs.value().get();
      for (Input artifact : given.artifacts()) {
        report = report.and(Machines.read(artifact, given.files(), os));
      }
      if (!given.bootFiles().isEmpty()) {
        Outcome<HostProject> project =
            HostProject.load(
                language.get(),
                given.bootFiles(),
                given.files(),
                SecretSource.PLACEHOLDERS,
                options.parameters());
        report = report.and(project.report());
        if (project.value().isPresent()) {
          List<HostProject.Job> jobs = project.value().get().jobs(options.host(), options.target());
          report = report.and(check(jobs));
          report =
              report.hasErrors()
                  ? report
                  : report.and(
                      NothingToDo.toCheck(project.value().get(), options, given.bootFiles()));
          hosts = jobs.size();
        }
      }
    }
    Report distinct = Reports.distinct(report);
    if (output.json()) {
      output.out().print(JsonReport.of(distinct));
    } else {
      output.show(distinct);
      output
          .out()
          .println(
              output.text().summary(distinct)
                  + (hosts > 0
                      ? " in " + Count.of(hosts, "combination") + " of host and target"
                      : ""));
    }
    return Output.exitCode(distinct);
  }

  private static Report check(List<HostProject.Job> jobs) {
    return Reports.together(
        jobs.parallelStream()
            .map(job -> HostCompilation.check(job.compiler(), Request.of(job.host(), job.target())))
            .toList());
  }
}
