package dev.dryboot.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dryboot.compiler.Compilation;
import dev.dryboot.compiler.Request;
import dev.dryboot.compiler.analysis.SecretSource;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.Rule;
import dev.dryboot.source.Suggestion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code dryboot explain CODE} shows the page of a rule; {@code dryboot explain FILE.boot} what its
 * hosts come to, and why.
 */
final class ExplainCommand implements Callable<Integer> {
  private final DrybootCommand dryboot;
  private final Language language;
  private final Form form =
      Form.of(
          "explain",
          this,
          "Explain a rule, or what a host comes to.",
          "CODE is what stands in brackets before a finding, such as SD001, or the rule's name,"
              + " such as docker-client-kill: the page says why it matters at boot, with an example"
              + " and its fix.",
          "FILE is a .boot file: for each host and target, all settings with the layer that says"
              + " them, and the lines of its units with what each follows from.");
  private final HostOptions options = new HostOptions(form);
  private final Given<String> subject =
      form.parameter("CODE|FILE", "Code or name of a rule, or a .boot file.");
  private final Given<Boolean> list = form.flag("--list", "List all rules.");

  ExplainCommand(DrybootCommand dryboot, Language language) {
    this.dryboot = dryboot;
    this.language = language;
  }

  CommandSpec spec() {
    return form.spec();
  }

  @Override
  public Integer call() {
    Output output = dryboot.output();
    Optional<String> asked = subject.value();
    if (list.get() || asked.isEmpty()) {
      RuleCatalogue.ALL.forEach(rule -> output.out().println(rule.code() + "  " + rule.name()));
      return ExitCode.FINE;
    }
    return asked.get().endsWith(".boot") ? hosts(output, asked.get()) : rule(output, asked.get());
  }

  private static int rule(Output output, String code) {
    Optional<Rule> rule = RuleCatalogue.find(code);
    if (rule.isEmpty()) {
      output.err().println("dryboot: there is no rule '" + code + "'" + suggestion(code));
      return ExitCode.USAGE;
    }
    output.out().print(RulePages.page(rule.get()).map(p -> Markdown.shown(p, output)).orElse(""));
    return ExitCode.FINE;
  }

  private int hosts(Output output, String file) {
    Outcome<Inputs> inputs = Inputs.open(dryboot.console(), List.of(file));
    Report report = inputs.report();
    List<HostExplanation> hosts = new ArrayList<>();
    if (inputs.value().isPresent() && !inputs.value().get().bootFiles().isEmpty()) {
      Inputs given = inputs.value().get();
      Outcome<HostProject> project =
          HostProject.load(
              language.get(),
              given.bootFiles(),
              given.files(),
              SecretSource.PLACEHOLDERS,
              options.parameters());
      report = report.and(project.report());
      for (HostProject.Job job :
          project.value().map(p -> p.jobs(options.choice())).orElse(List.of())) {
        Outcome<Compilation> compiled =
            HostCompilation.compile(job.compiler(), Request.of(job.host(), job.target()));
        report = report.and(compiled.report());
        compiled.value().ifPresent(c -> hosts.add(HostExplanation.of(job, c)));
      }
    }
    Report mistakes = Reports.errors(Reports.distinct(report));
    if (output.json()) {
      output.out().print(JsonReport.of(mistakes, json -> write(json, hosts)));
    } else {
      output.show(mistakes);
      hosts.forEach(host -> host.show(output));
    }
    return Output.exitCode(mistakes);
  }

  private static void write(JsonGenerator json, List<HostExplanation> hosts) throws IOException {
    json.writeArrayFieldStart("hosts");
    for (HostExplanation host : hosts) {
      host.write(json);
    }
    json.writeEndArray();
  }

  private static String suggestion(String written) {
    List<String> known = new ArrayList<>();
    RuleCatalogue.ALL.forEach(rule -> known.add(rule.code()));
    RuleCatalogue.ALL.forEach(rule -> known.add(rule.name()));
    return Suggestion.nearest(written, known)
        .map(near -> "; did you mean " + near + "?")
        .orElse("; 'dryboot explain --list' shows all");
  }
}
