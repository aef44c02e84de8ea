package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A unit whose main process is the docker client, and nothing in it stops the container: what
 * systemd kills is the client only. The container is a child of containerd's shim, in another
 * control group. Podman's containers are children of the unit itself and are not concerned.
 */
final class DockerClientKill implements ConflictRule {
  @Override
  public List<Diagnostic> findings(Sight sight) {
    List<Diagnostic> found = new ArrayList<>();
    for (UnitRecord unit : sight.usersUnits()) {
      EngineCall.all(unit).stream()
          .filter(call -> call.command().role().equals("ExecStart") && isClient(call))
          .filter(call -> !ServiceWords.isOneshot(unit) && !stops(unit))
          .findFirst()
          .flatMap(call -> finding(sight, unit, call))
          .ifPresent(found::add);
    }
    return found;
  }

  private static boolean isClient(EngineCall call) {
    return !call.isPodman() && call.attached();
  }

  private static boolean stops(UnitRecord unit) {
    return unit.commands().stream()
        .filter(c -> c.role().equals("ExecStop") || c.role().equals("ExecStopPost"))
        .anyMatch(ServiceWords::stopsContainer);
  }

  private static Optional<Diagnostic> finding(Sight sight, UnitRecord unit, EngineCall call) {
    String name = call.containerName().orElse("NAME");
    return sight
        .place(unit, call.command())
        .map(
            span ->
                Diagnostic.error(
                        ConflictRules.DOCKER_CLIENT_KILL,
                        span,
                        unit.name()
                            + " runs the docker client, and nothing in it stops the container")
                    .why(
                        "The container belongs to the Docker daemon, not to this unit. When systemd"
                            + " stops, times out or kills the unit, it reaches the client only; the"
                            + " container may live on, keep its ports and name, and the next start"
                            + " fails on them.")
                    .help(
                        "add ExecStop=docker stop -t 10 "
                            + name
                            + " with a TimeoutStopSec= longer than that, and"
                            + " ExecStartPre=-docker rm -f "
                            + name));
  }
}
