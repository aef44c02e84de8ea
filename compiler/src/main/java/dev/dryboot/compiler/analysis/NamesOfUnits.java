package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Origin;
import dev.dryboot.source.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Services, containers and hand-written unit files share one namespace: their units do. */
final class NamesOfUnits {
  private final Map<String, Origin> taken = new LinkedHashMap<>();
  private final List<Diagnostic> found = new ArrayList<>();

  private NamesOfUnits() {}

  static List<Diagnostic> check(HostModel host) {
    NamesOfUnits rule = new NamesOfUnits();
    host.units().services().forEach(s -> rule.unit(s.unit(), 1));
    host.units().containers().forEach(c -> rule.unit(c.unit(), c.replicas()));
    for (Units.RawUnit unit : host.units().units()) {
      if (unit.contents().isPresent()) {
        rule.take(unit.name().value(), unit.name().origin());
      }
    }
    for (Units.Quadlet quadlet : host.units().quadlets()) {
      if (quadlet.name().value().endsWith(".container")) {
        String name = quadlet.name().value();
        rule.take(name.substring(0, name.lastIndexOf('.')) + ".service", quadlet.name().origin());
      }
    }
    return rule.found;
  }

  private void unit(Units.Unit unit, int replicas) {
    String name = unit.name().value();
    for (int i = 1; i <= replicas; i++) {
      take((replicas > 1 ? name + "-" + i : name) + ".service", unit.origin());
    }
    unit.timer().ifPresent(t -> take(name + ".timer", t.origin()));
    unit.socket().ifPresent(s -> take(name + ".socket", s.origin()));
  }

  private void take(String name, Origin origin) {
    Origin before = taken.putIfAbsent(name, origin);
    if (before == null) {
      return;
    }
    Diagnostic diagnostic =
        Diagnostic.of(
                ModelRules.NAME_TAKEN,
                Severity.ERROR,
                origin,
                "two things come to be %s".formatted(name))
            .why("there is one unit of a name: one of the two would never run")
            .help("give one of them another name");
    found.add(before.span().map(at -> diagnostic.related(at, "the first")).orElse(diagnostic));
  }
}
