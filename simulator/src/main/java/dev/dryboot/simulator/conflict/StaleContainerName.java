package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A container with a fixed name that nothing removes before the next start: after a crash or a
 * power cut its record is still there, and the name is taken.
 */
final class StaleContainerName implements ConflictRule {
  @Override
  public List<Diagnostic> findings(Sight sight) {
    List<Diagnostic> found = new ArrayList<>();
    for (UnitRecord unit : sight.usersUnits()) {
      EngineCall.all(unit).stream()
          .filter(call -> call.isRun() && call.containerName().isPresent())
          .filter(call -> !call.call().replaces() && !removedBefore(unit))
          .filter(call -> !call.command().ignoreFailure())
          .findFirst()
          .flatMap(call -> finding(sight, unit, call))
          .ifPresent(found::add);
    }
    return found;
  }

  private static boolean removedBefore(UnitRecord unit) {
    return unit.commands().stream()
        .filter(c -> c.role().equals("ExecStartPre"))
        .anyMatch(ServiceWords::removesContainer);
  }

  private static Optional<Diagnostic> finding(Sight sight, UnitRecord unit, EngineCall call) {
    String name = call.containerName().orElseThrow();
    boolean happened =
        sight
            .boot()
            .facts(Fact.EngineRefused.class)
            .anyMatch(f -> f.container().equals(name) && f.reason().contains("name"));
    boolean removesItself = call.call().removed();
    Severity severity = removesItself && !happened ? Severity.WARNING : Severity.ERROR;
    return sight
        .place(unit, call.command())
        .map(
            span ->
                new Diagnostic(
                        ConflictRules.STALE_CONTAINER_NAME,
                        severity,
                        "the name '%s' may be taken when %s starts again"
                            .formatted(name, unit.name()),
                        Optional.of(span),
                        List.of(),
                        "",
                        "")
                    .why(
                        (removesItself
                                ? "--rm removes the container when it ends in order. After a power cut"
                                    + " or a crash of the daemon"
                                : "The container stays when it ends. At the next start, and at the next"
                                    + " boot,")
                            + " its record is still there, and 'run' fails with exit code 125: the name"
                            + " is already in use.")
                    .help(
                        "add ExecStartPre=-%s rm -f %s before it".formatted(call.engine(), name)));
  }
}
