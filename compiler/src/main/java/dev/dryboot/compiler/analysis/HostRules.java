package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The rules of the model, each a class of its own. */
final class HostRules {
  private static final List<Function<HostModel, List<Diagnostic>>> ALL =
      List.of(
          PublishedPorts::check,
          PathsOfFiles::check,
          SecretsInArtifacts::check,
          OrderOfUnits::check,
          ContainerRules::check);

  private HostRules() {}

  static Report check(HostModel host) {
    List<Diagnostic> found = new ArrayList<>();
    ALL.forEach(rule -> found.addAll(rule.apply(host)));
    return new Report(found);
  }
}
