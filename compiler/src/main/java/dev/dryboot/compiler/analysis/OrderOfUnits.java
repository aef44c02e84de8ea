package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.UnitRef;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Origin;
import dev.dryboot.source.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order of services and containers has a beginning. */
final class OrderOfUnits {
  private final Map<String, Map<String, Origin>> after = new LinkedHashMap<>();
  private final Set<String> done = new LinkedHashSet<>();
  private final List<Diagnostic> found = new ArrayList<>();

  private OrderOfUnits() {}

  static List<Diagnostic> check(HostModel host) {
    OrderOfUnits rule = new OrderOfUnits();
    host.units().services().forEach(s -> rule.edges(s.unit()));
    host.units().containers().forEach(c -> rule.edges(c.unit()));
    List.copyOf(rule.after.keySet()).forEach(name -> rule.visit(name, new ArrayList<>()));
    return rule.found;
  }

  private void edges(Units.Unit unit) {
    String name = unit.name().value();
    after.computeIfAbsent(name, n -> new LinkedHashMap<>());
    for (Units.Edge edge : unit.edges()) {
      if (edge.unit() instanceof UnitRef.OfHost other) {
        switch (edge.directive()) {
          case "After" -> after.get(name).putIfAbsent(other.name(), edge.origin());
          case "Before" ->
              after
                  .computeIfAbsent(other.name(), n -> new LinkedHashMap<>())
                  .putIfAbsent(name, edge.origin());
          default -> {}
        }
      }
    }
  }

  private void visit(String name, List<String> path) {
    int at = path.indexOf(name);
    if (at >= 0) {
      circle(path.subList(at, path.size()));
      return;
    }
    if (done.contains(name)) {
      return;
    }
    path.add(name);
    List.copyOf(after.getOrDefault(name, Map.of()).keySet()).forEach(n -> visit(n, path));
    path.removeLast();
    done.add(name);
  }

  private void circle(List<String> circle) {
    List<String> names = new ArrayList<>(circle);
    names.add(circle.getFirst());
    Origin last =
        after
            .getOrDefault(circle.getLast(), Map.of())
            .getOrDefault(circle.getFirst(), Origin.builtIn("an edge"));
    found.add(
        Diagnostic.of(
                ModelRules.START_CYCLE,
                Severity.ERROR,
                last,
                "the order goes in a circle: %s".formatted(String.join(" after ", names)))
            .why("systemd breaks the circle by not starting one of them, and which one is chance")
            .help("take one of the edges away"));
  }
}
