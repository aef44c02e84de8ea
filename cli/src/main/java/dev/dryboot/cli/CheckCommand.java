package dev.dryboot.cli;

import dev.dryboot.compiler.Request;
import dev.dryboot.compiler.analysis.SecretSource;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.render.Count;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code dryboot check FILE…}: findings of the language, the model and the targets; no artifacts.
 */
final class CheckCommand implements Callable<Integer> {
  private final DrybootCommand dryboot;
  private final Language language;
  private final Form form =
      Form.of(
          "check",
          this,
          "Look for mistakes in hosts, without compiling or booting them.",
          "Reads FILE and all that it imports, and checks each host for each of its targets.",
          "An Ignition document or a cloud-config is read and checked as its provisioner would.");
  private final HostOptions options = new HostOptions(form);
  private final Given<String> system =
      form.option(
          "--os",
          "OS",
          "The operating system that a hand-written artifact is for; of hosts, the same as"
              + " --target.");
  private final Given<List<String>> names = form.parameters("FILE", "A .boot file or an artifact.");

  CheckCommand(DrybootCommand dryboot, Language language) {
    this.dryboot = dryboot;
    this.language = language;
  }

  CommandSpec spec() {
    return form.spec();
  }

  @Override
  public Integer call() {
    Output output = dryboot.output();
    Outcome<Inputs> inputs = Inputs.open(dryboot.console(), names.get(), system.value());
    Report report = inputs.report();
    int hosts = 0;
    if (inputs.value().isPresent()) {
      Inputs given = inputs.value().get();
      for (Input artifact : given.artifacts()) {
        report = report.and(Machines.read(artifact, given.files(), system.value()));
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
          HostChoice choice = options.choice(system.value());
          List<HostProject.Job> jobs = project.value().get().jobs(choice);
          report = report.and(check(jobs));
          report =
              report.hasErrors()
                  ? report
                  : report.and(
                      NothingToDo.toCheck(project.value().get(), jobs, choice, given.bootFiles()));
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
