package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A container that its engine restarts and that a unit owns as well: two masters. A oneshot that
 * merely creates it hands it over to the engine, which is fine.
 */
final class DoubleRestart implements ConflictRule {
  @Override
  public List<Diagnostic> findings(Sight sight) {
    List<Diagnostic> found = new ArrayList<>();
    for (UnitRecord unit : sight.usersUnits()) {
      if (!ServiceWords.isOneshot(unit)) {
        EngineCall.all(unit).stream()
            .filter(call -> call.makesContainer() && call.restartPolicy().isPresent())
            .findFirst()
            .flatMap(call -> finding(sight, unit, call))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Diagnostic> finding(Sight sight, UnitRecord unit, EngineCall call) {
    String restart = ServiceWords.restart(unit);
    boolean both = !restart.equals("no");
    String policy = call.restartPolicy().orElseThrow();
    String message =
        both
            ? "both %s (--restart %s) and systemd (Restart=%s) restart the container of %s"
                .formatted(call.engine(), policy, restart, unit.name())
            : "%s is told to restart (--restart %s) a container that %s owns"
                .formatted(call.engine(), policy, unit.name());
    Optional<UnitRecord.Setting> setting = unit.last("Service", "Restart").filter(s -> both);
    return sight
        .place(unit, call.command())
        .map(
            span -> {
              Diagnostic diagnostic =
                  new Diagnostic(
                          ConflictRules.DOUBLE_RESTART,
                          both ? Severity.ERROR : Severity.WARNING,
                          message,
                          Optional.of(span),
                          List.of(),
                          "",
                          "")
                      .why(
                          "When the container ends, both act: one brings it back while the other"
                              + " removes it or fails on its name. After 'systemctl stop' and a"
                              + " restart of the daemon the container runs again, though the unit is"
                              + " stopped.")
                      .help("leave the restarting to one of them: drop --restart, or the unit");
              return setting
                  .map(s -> diagnostic.related(s.span(), "systemd restarts it as well"))
                  .orElse(diagnostic);
            });
  }
}
