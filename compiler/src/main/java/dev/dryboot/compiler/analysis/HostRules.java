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
          SecretPathsAsValues::check,
          OrderOfUnits::check,
          ContainerRules::check,
          CommandsWithoutShell::check,
          NamesOfUnits::check,
          PlacesOfMounts::check,
          MachineIdentity::check,
          Credentials::check,
          ImageNames::check,
          SharedNetworks::check);

  private HostRules() {}

  static Report check(HostModel host, Declared declared) {
    List<Diagnostic> found = new ArrayList<>();
    ALL.forEach(rule -> found.addAll(rule.apply(host)));
    found.addAll(References.check(host, declared));
    return new Report(found);
  }
}
