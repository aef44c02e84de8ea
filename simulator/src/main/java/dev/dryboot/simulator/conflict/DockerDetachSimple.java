package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A detached client as the main process of a simple service: the client exits at once, and for
 * systemd the service is over. In a oneshot that is what the author wants.
 */
final class DockerDetachSimple implements ConflictRule {
  @Override
  public List<Diagnostic> findings(Sight sight) {
    List<Diagnostic> found = new ArrayList<>();
    for (UnitRecord unit : sight.usersUnits()) {
      String type = ServiceWords.type(unit);
      if (type.equals("simple") || type.equals("exec") || type.equals("idle")) {
        EngineCall.all(unit).stream()
            .filter(call -> call.command().role().equals("ExecStart") && leaves(call))
            .findFirst()
            .flatMap(call -> finding(sight, unit, call, type))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static boolean leaves(EngineCall call) {
    return switch (call.call().verb()) {
      case "run", "start" -> !call.attached();
      case "compose up" -> call.call().detached();
      default -> false;
    };
  }

  private static Optional<Diagnostic> finding(
      Sight sight, UnitRecord unit, EngineCall call, String type) {
    boolean start = call.call().verb().equals("start");
    String what = start ? "start without -a" : call.call().verb() + " -d";
    return sight
        .place(unit, call.command())
        .map(
            span ->
                Diagnostic.error(
                        ConflictRules.DOCKER_DETACH_SIMPLE,
                        span,
                        "'%s %s' ends at once, and %s is over with it"
                            .formatted(call.engine(), what, unit.name()))
                    .why(
                        ("With Type=%s the unit is its main process. That is the client, which"
                                + " leaves as soon as the container runs: systemd then runs ExecStop=,"
                                + " which stops the container just started, and with Restart= it does"
                                + " so again and again.")
                            .formatted(type))
                    .help(
                        start
                            ? "add -a, or use Type=oneshot with RemainAfterExit=yes"
                            : "leave out -d, or use Type=oneshot with RemainAfterExit=yes"));
  }
}
