package dev.dryboot.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dryboot.compiler.Compilation;
import dev.dryboot.compiler.Request;
import dev.dryboot.compiler.document.Artifact;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.render.Count;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code dryboot compile FILE… -o DIR}: writes what the targets' provisioners read. */
final class CompileCommand implements Callable<Integer> {
  private final DrybootCommand dryboot;
  private final Language language;
  private final Form form =
      Form.of(
          "compile",
          this,
          "Compile hosts to what their operating systems' provisioners read.",
          "Each host is compiled for each of its targets, into DIR/HOST/TARGET.",
          "Either all artifacts are written or, when there is any mistake, none.");
  private final HostOptions options = new HostOptions(form);
  private final Given<String> folder =
      form.add(
          OptionSpec.builder("-o", "--output")
              .type(String.class)
              .arity("1")
              .paramLabel("DIR")
              .defaultValue("out")
              .description(
                  "Where to write (default: ${DEFAULT-VALUE}); - prints the one artifact there"
                      + " is."));
  private final Given<String> format =
      form.option("--spec", "VERSION", "Version of the target's format, such as 3.3 for Ignition.");
  private final Given<List<String>> names = form.parameters("FILE", "A .boot file.");

  CompileCommand(DrybootCommand dryboot, Language language) {
    this.dryboot = dryboot;
    this.language = language;
  }

  CommandSpec spec() {
    return form.spec();
  }

  @Override
  public Integer call() throws IOException {
    Output output = dryboot.output();
    Map<String, Artifact> artifacts = new LinkedHashMap<>();
    Report report = Reports.distinct(compile(artifacts));
    boolean print = folder.get().equals("-");
    if (!report.hasErrors() && print && artifacts.size() != 1) {
      output
          .err()
          .println(
              "dryboot: there are %d artifacts: choose one with --host and --target"
                  .formatted(artifacts.size()));
      artifacts.keySet().forEach(path -> output.err().println("  " + path));
      return ExitCode.USAGE;
    }
    if (!report.hasErrors() && !print) {
      report = report.and(write(artifacts));
    }
    show(output, report, artifacts, print);
    return Output.exitCode(report);
  }

  private Report compile(Map<String, Artifact> artifacts) {
    Outcome<Inputs> inputs = Inputs.open(dryboot.console(), names.get());
    Report report = inputs.report();
    if (inputs.value().isEmpty() || inputs.value().get().bootFiles().isEmpty()) {
      return report.and(notBoot(inputs));
    }
    Inputs given = inputs.value().get();
    Outcome<HostProject> project =
        HostProject.load(
            language.get(),
            given.bootFiles(),
            given.files(),
            new Environment(given.files()),
            options.parameters());
    report = report.and(project.report()).and(notBoot(inputs));
    if (project.value().isEmpty() || report.hasErrors()) {
      return report;
    }
    List<HostProject.Job> jobs = project.value().get().jobs(options.choice());
    report =
        report.and(
            NothingToDo.toMake(project.value().get(), jobs, options.choice(), given.bootFiles()));
    try (Progress progress = Progress.of(dryboot.console(), "compiling", jobs.size())) {
      List<Outcome<Compilation>> compiled =
          jobs.parallelStream().map(job -> compile(job, progress)).toList();
      compiled.stream()
          .flatMap(outcome -> outcome.value().stream())
          .flatMap(compilation -> compilation.artifacts().stream())
          .forEach(artifact -> artifacts.put(artifact.path(), artifact));
      return report.and(Reports.together(compiled.stream().map(Outcome::report).toList()));
    }
  }

  private Outcome<Compilation> compile(HostProject.Job job, Progress progress) {
    Request request = new Request(job.host(), job.target(), 1, format.value());
    Outcome<Compilation> outcome = HostCompilation.readBack(job.compiler(), request);
    progress.step();
    return outcome;
  }

  private static Report notBoot(Outcome<Inputs> inputs) {
    Report report = Report.EMPTY;
    for (Input input : inputs.value().map(Inputs::artifacts).orElse(List.of())) {
      var text = Machines.text(input);
      report =
          report.and(
              Report.of(
                  Diagnostic.error(
                          CommandRules.UNKNOWN_FORM,
                          text.span(0, 0),
                          text.name() + " is not a .boot file")
                      .help("only hosts are compiled; an artifact can be checked and booted")));
    }
    return report;
  }

  private Report write(Map<String, Artifact> artifacts) {
    try {
      new ArtifactFolder(dryboot.console().directory().resolve(folder.get())).write(artifacts);
      return Report.EMPTY;
    } catch (IOException e) {
      return Report.of(
          new Diagnostic(
              CommandRules.CANNOT_WRITE,
              dev.dryboot.source.Severity.ERROR,
              folder.get() + " cannot be written: " + FileProblem.of(e),
              Optional.empty(),
              List.of(),
              "",
              "nothing was written"));
    }
  }

  private void show(Output output, Report report, Map<String, Artifact> artifacts, boolean print) {
    if (print && !report.hasErrors()) {
      artifacts.values().forEach(a -> output.out().print(a.text().text()));
      output.err().print(output.text().render(report));
    } else if (output.json()) {
      output.out().print(JsonReport.of(report, json -> list(json, report, artifacts)));
    } else {
      output.show(report);
      if (!report.hasErrors()) {
        artifacts.forEach(
            (path, a) ->
                output.out().println("  %s/%s  (%s)".formatted(folder.get(), path, size(a))));
      }
      output
          .out()
          .println(
              (report.hasErrors()
                      ? "nothing was written: "
                      : Count.of(artifacts.size(), "artifact") + " written: ")
                  + output.text().summary(report));
    }
  }

  private static void list(JsonGenerator json, Report report, Map<String, Artifact> artifacts)
      throws IOException {
    json.writeArrayFieldStart("artifacts");
    if (!report.hasErrors()) {
      for (var entry : artifacts.entrySet()) {
        json.writeStartObject();
        json.writeStringField("path", entry.getKey());
        json.writeNumberField("bytes", bytes(entry.getValue()));
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private static int bytes(Artifact artifact) {
    return artifact.text().text().getBytes(StandardCharsets.UTF_8).length;
  }

  private static String size(Artifact artifact) {
    int bytes = bytes(artifact);
    return bytes < 10_000 ? bytes + " bytes" : (bytes + 512) / 1024 + " KiB";
  }
}
