package dev.dryboot.cli;

import dev.dryboot.compiler.Compilation;
import dev.dryboot.compiler.Request;
import dev.dryboot.compiler.analysis.SecretSource;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import dev.dryboot.targets.format.ignition.IgnitionRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes machines of what was given: hosts are compiled first, and the artifacts are what is booted.
 *
 * @param os the system of hand-written artifacts; of hosts, the one of their targets
 */
record Subjects(Language language, HostOptions options, Optional<String> os) {

  /** Adds the machines to {@code subjects}; says what is wrong with what was given. */
  Report collect(Inputs inputs, List<BootSubject> subjects) {
    Report report = Report.EMPTY;
    for (Input artifact : inputs.artifacts()) {
      report = report.and(written(artifact, inputs.files(), subjects));
    }
    if (!inputs.bootFiles().isEmpty()) {
      report = report.and(hosts(inputs, subjects));
    }
    return report;
  }

  private Report written(Input input, ProjectFiles files, List<BootSubject> subjects) {
    String usual =
        switch (input) {
          case Input.Ignition ignition -> "fedora-coreos";
          case Input.CloudConfig config -> config.isForRancherOs() ? "rancheros" : "ubuntu";
          case Input.NetworkConfig network -> "ubuntu";
          case Input.Boot boot -> "";
          case Input.UnitFolder folder -> "";
        };
    Optional<BaseImage> system = Wiring.system(os.orElse(usual));
    if (system.isEmpty()) {
      return Machines.needsSystem(input);
    }
    Outcome<Machines> machine = Machines.written(system.get(), input, files);
    String title = Machines.text(input).name() + " on " + system.get().id();
    if (!machine.report().hasErrors()) {
      machine
          .value()
          .ifPresent(m -> subjects.add(new BootSubject(title, m, m.given(), Optional.empty())));
    }
    return machine.report();
  }

  private Report hosts(Inputs inputs, List<BootSubject> subjects) {
    new BaseUnitFiles(Wiring.UNIT_FILES).readWhile(language::isLoading);
    Outcome<HostProject> project =
        HostProject.load(
            language.get(),
            inputs.bootFiles(),
            inputs.files(),
            SecretSource.PLACEHOLDERS,
            options.parameters());
    Report report = project.report();
    if (project.value().isEmpty() || report.hasErrors()) {
      return report;
    }
    HostChoice choice = options.choice(os);
    List<HostProject.Job> jobs = project.value().get().jobs(choice);
    report =
        report.and(NothingToDo.toMake(project.value().get(), jobs, choice, inputs.bootFiles()));
    Set<SourceText> given = project.value().get().sources();
    List<Outcome<BootSubject>> made = jobs.parallelStream().map(job -> host(job, given)).toList();
    made.forEach(outcome -> outcome.value().ifPresent(subjects::add));
    return report.and(Reports.together(made.stream().map(Outcome::report).toList()));
  }

  private static Outcome<BootSubject> host(HostProject.Job job, Set<SourceText> given) {
    Request request = Request.of(job.host(), job.target());
    Outcome<Compilation> compiled = HostCompilation.compile(job.compiler(), request);
    if (compiled.value().isEmpty()) {
      return Outcome.failed(compiled.report());
    }
    Compilation made = compiled.value().get();
    Optional<BaseImage> system = Wiring.system(job.target().id());
    if (system.isEmpty()) {
      return Outcome.failed(compiled.report());
    }
    Outcome<Machines> machine = Machines.compiled(system.get(), made.artifacts());
    return new Outcome<>(
        machine.value().map(m -> new BootSubject(job.title(), m, given, Optional.of(made.host()))),
        compiled
            .report()
            .and(HostCompilation.ofArtifacts(notFoundByBoots(machine.report()), made.host())));
  }

  /** That nothing says where a unit is enabled comes out in the boot itself (SD006). */
  private static Report notFoundByBoots(Report said) {
    return new Report(
        said.diagnostics().stream()
            .filter(d -> !d.rule().equals(IgnitionRules.NO_INSTALL))
            .toList());
  }
}
