package dev.dryboot.simulator.systemd.trigger;

import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.unit.Dependency;
import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.Optional;

/** What sockets, paths and timers have in common: the unit they start. */
final class TriggerSupport {
  private TriggerSupport() {}

  /** The unit that is started. */
  static Optional<RunningUnit> triggered(RunningUnit trigger) {
    for (Unit unit : trigger.unit().of(Dependency.TRIGGERS)) {
      return Optional.of(trigger.processOne().running(unit));
    }
    return Optional.empty();
  }

  /** Whether the unit that is started is loaded (unit_test_trigger_loaded). */
  static boolean isLoaded(RunningUnit trigger) {
    return triggered(trigger).filter(u -> u.unit().isLoaded()).isPresent();
  }

  /** SOCKET_SERVICE_IS_ACTIVE: not dead, failed or waiting to be restarted. */
  static boolean isActive(RunningUnit service, boolean allowFinal) {
    String sub = service.machine().sub();
    return switch (sub) {
      case "dead",
          "failed",
          "dead-before-auto-restart",
          "failed-before-auto-restart",
          "dead-resources-pinned",
          "auto-restart",
          "auto-restart-queued" ->
          false;
      case "final-sigterm", "final-sigkill", "stop-post", "final-watchdog" -> !allowFinal;
      default -> true;
    };
  }
}
