package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A unit that requires one which does not exist or is masked: its start fails at once. */
final class RequiresUnavailable implements ConflictRule {
  private static final List<String> KINDS = List.of("Requires", "BindsTo", "Requisite");

  @Override
  public List<Diagnostic> findings(Sight sight) {
    List<Diagnostic> found = new ArrayList<>();
    for (UnitRecord unit : sight.usersUnits()) {
      for (UnitRecord.Edge edge : unit.edges()) {
        if (KINDS.contains(edge.kind())) {
          finding(sight, unit, edge).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static Optional<Diagnostic> finding(Sight sight, UnitRecord unit, UnitRecord.Edge edge) {
    String load = sight.unit(edge.to()).map(UnitRecord::load).orElse("not-found");
    boolean masked = load.equals("masked");
    if (!masked && !load.equals("not-found")) {
      return Optional.empty();
    }
    String state = masked ? "is masked" : "does not exist";
    return edge.written()
        .or(() -> sight.place(unit))
        .map(
            span ->
                Diagnostic.error(
                        ConflictRules.REQUIRES_UNAVAILABLE,
                        span,
                        "%s requires %s, which %s".formatted(unit.name(), edge.to(), state))
                    .why(
                        edge.kind()
                            + "= on a unit that cannot be loaded makes the start fail before anything"
                            + " runs: systemctl says \"Unit "
                            + edge.to()
                            + (masked ? " is masked" : " not found")
                            + "\".")
                    .help(help(sight, edge, masked)));
  }

  private static String help(Sight sight, UnitRecord.Edge edge, boolean masked) {
    if (masked) {
      return "unmask it, or use Wants= if the unit can do without";
    }
    return Suggestion.nearest(
            edge.to(), sight.unitNames().stream().filter(n -> !n.equals(edge.to())).toList())
        .map(near -> "did you mean " + near + "?")
        .orElse("write the unit, or use Wants= if the unit can do without");
  }
}
