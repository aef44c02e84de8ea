package dev.dryboot.simulator.systemd;

import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.transaction.JobType;
import java.util.List;
import java.util.Optional;

/** What {@code systemctl is-system-running} says (manager.c: manager_state). */
final class SystemState {
  private SystemState() {}

  static String of(ProcessOne processOne, boolean started) {
    if (isUpOrComing(processOne, "shutdown.target")) {
      return "stopping";
    }
    if (!started) {
      boolean basic =
          find(processOne, "basic.target")
              .filter(u -> u.active().isActiveOrReloading())
              .isPresent();
      return basic ? "starting" : "initializing";
    }
    if (List.of("rescue.target", "emergency.target").stream()
        .anyMatch(target -> isUpOrComing(processOne, target))) {
      return "maintenance";
    }
    boolean failed =
        processOne.units().stream().anyMatch(u -> processOne.active(u) == ActiveState.FAILED);
    return failed ? "degraded" : "running";
  }

  private static Optional<RunningUnit> find(ProcessOne processOne, String name) {
    return processOne.graph().find(name).map(processOne::running);
  }

  /** unit_active_or_pending(). */
  private static boolean isUpOrComing(ProcessOne processOne, String name) {
    return find(processOne, name)
        .filter(
            unit ->
                unit.active().isActiveOrReloading()
                    || unit.active() == ActiveState.ACTIVATING
                    || unit.job() != null && unit.job().type() != JobType.STOP)
        .isPresent();
  }
}
