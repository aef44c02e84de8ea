package dev.dryboot.cli;

import dev.dryboot.compiler.Compilation;
import dev.dryboot.compiler.Compiler;
import dev.dryboot.compiler.Request;
import dev.dryboot.compiler.analysis.Allows;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.Severity;
import dev.dryboot.source.Suggestion;
import dev.dryboot.targets.os.Target;
import java.util.Optional;

/** One host for one target: checked or compiled, with what its author has allowed left out. */
final class HostCompilation {
  private HostCompilation() {}

  /** What the model, the target, the way to its artifacts and the artifacts' reader find. */
  static Report check(Compiler compiler, Request request) {
    return readBack(compiler, request).report();
  }

  /** Artifacts, if there are no mistakes and the provisioner would take them. */
  static Outcome<Compilation> readBack(Compiler compiler, Request request) {
    Outcome<Compilation> outcome = compile(compiler, request);
    if (outcome.value().isEmpty()) {
      return outcome;
    }
    Compilation made = outcome.value().get();
    Report said =
        Wiring.system(request.target().id())
            .map(system -> Machines.readBack(system.provisioner(), made.artifacts()))
            .orElse(Report.EMPTY);
    return new Outcome<>(outcome.value(), outcome.report().and(ofArtifacts(said, made.host())));
  }

  /**
   * What the reader of a host's artifacts says that concerns its author: mistakes and warnings. Its
   * notes are about how the artifact is written, which is not the author's doing.
   */
  static Report ofArtifacts(Report said, HostModel host) {
    Report serious =
        new Report(said.diagnostics().stream().filter(d -> d.severity() != Severity.NOTE).toList());
    return Allows.of(host).silence(serious);
  }

  /** Artifacts, if there are no mistakes. */
  static Outcome<Compilation> compile(Compiler compiler, Request request) {
    Optional<Target> target = Wiring.TARGETS.find(request.target().id());
    if (target.isEmpty()) {
      return Outcome.failed(unknownTarget(request));
    }
    Outcome<Compilation> outcome = compiler.compile(request, target.get());
    Optional<HostModel> model =
        outcome.value().map(Compilation::host).or(() -> compiler.model(request).value());
    return new Outcome<>(outcome.value(), silenced(outcome.report(), model));
  }

  private static Report silenced(Report report, Optional<HostModel> model) {
    if (model.isEmpty()) {
      return report;
    }
    Allows allows = Allows.of(model.get());
    return allows.silence(report).and(allows.unknown(RuleCatalogue.ALL));
  }

  private static Report unknownTarget(Request request) {
    String id = request.target().id();
    var ids = Wiring.TARGETS.all().stream().map(Target::id).toList();
    return Report.of(
        Diagnostic.of(
                CommandRules.NO_SUCH_TARGET,
                Severity.ERROR,
                request.target().origin(),
                "there is no target " + id)
            .help(
                Suggestion.nearest(id, ids)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("the targets are " + String.join(", ", ids))));
  }
}
