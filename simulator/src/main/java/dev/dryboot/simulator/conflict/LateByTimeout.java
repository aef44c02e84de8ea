package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.conflict.MissedStarts.Miss;
import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A unit of the user's waits long for one that does not come, and then starts without it: the boot
 * comes up, but late.
 */
final class LateByTimeout implements ConflictRule {
  private static final long SECOND = 1_000_000;
  private static final long LONG = 30 * SECOND;
  private static final Set<String> ASKS = Set.of("Wants", "Requires", "BindsTo", "Upholds");

  @Override
  public List<Diagnostic> findings(Sight sight) {
    List<Diagnostic> found = new ArrayList<>();
    for (Map.Entry<Miss, List<Miss>> group :
        MissedStarts.byRoot(MissedStarts.of(sight)).entrySet()) {
      Miss root = group.getKey();
      boolean told = group.getValue().stream().anyMatch(m -> isUsers(sight, m.unit()));
      if (root.result().equals("timeout") && root.waited() >= LONG && !told) {
        finding(sight, root).ifPresent(found::add);
      }
    }
    return found;
  }

  private static boolean isUsers(Sight sight, String unit) {
    return sight.unit(unit).flatMap(sight::place).isPresent();
  }

  private static Optional<Diagnostic> finding(Sight sight, Miss root) {
    for (UnitRecord unit : sight.usersUnits()) {
      Optional<Span> asked = asked(sight, unit, root.unit());
      if (asked.isPresent()
          && (sight.comesAfter(unit.name(), root.unit()) || NotStarted.delaysGoal(sight, root))) {
        return asked.map(at -> told(sight, unit, root, at));
      }
    }
    return Optional.empty();
  }

  /** Where the user wrote that {@code other} is to be started too. */
  private static Optional<Span> asked(Sight sight, UnitRecord unit, String other) {
    return unit.edges().stream()
        .filter(e -> ASKS.contains(e.kind()) && sight.canonical(e.to()).equals(other))
        .findFirst()
        .flatMap(e -> e.written().filter(sight::isUsers).or(() -> sight.place(unit)));
  }

  private static Diagnostic told(Sight sight, UnitRecord unit, Miss root, Span at) {
    String late =
        NotStarted.delaysGoal(sight, root)
            ? "The boot comes to its goal only after %d s."
                .formatted(NotStarted.goal(sight) / SECOND)
            : "";
    return Diagnostic.warning(
            ConflictRules.LATE_BY_TIMEOUT,
            at,
            "%s makes boot %d wait %d s for nothing: %s"
                .formatted(
                    unit.name(),
                    sight.boot().number(),
                    root.waited() / SECOND,
                    NotStarted.reason(sight, root)))
        .why(("What is ordered after it starts only then, without it. " + late).strip())
        .help(
            "leave it out if the machine has no such thing, or set JobTimeoutSec= (for a device,"
                + " x-systemd.device-timeout= in fstab) to what is worth waiting");
  }
}
