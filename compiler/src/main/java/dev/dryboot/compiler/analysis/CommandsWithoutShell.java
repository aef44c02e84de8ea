package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.foreign.directive.UnitFileRules;
import dev.dryboot.foreign.exec.ShellSigns;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Severity;
import java.util.ArrayList;
import java.util.List;

/** A service's command holds nothing that only a shell understands. */
final class CommandsWithoutShell {
  private CommandsWithoutShell() {}

  static List<Diagnostic> check(HostModel host) {
    List<Diagnostic> found = new ArrayList<>();
    for (Units.Service service : host.units().services()) {
      for (Units.Directive directive : service.unit().directives()) {
        if (directive.name().startsWith("Exec")) {
          String value = directive.value().plain();
          ShellSigns.first(value).ifPresent(sign -> found.add(told(directive, value, sign)));
        }
      }
    }
    return found;
  }

  private static Diagnostic told(Units.Directive directive, String value, ShellSigns.Sign sign) {
    return Diagnostic.of(
            UnitFileRules.NO_SHELL, Severity.WARNING, directive.value().origin(), sign.message())
        .why(sign.why())
        .help(sign.help(value));
  }
}
