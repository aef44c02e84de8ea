package dev.dryboot.simulator.systemd.service;

import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.systemd.core.UnitResult;
import dev.dryboot.simulator.systemd.unit.Settings;

/** Whether and when a service that ended starts again (service.c: service_shall_restart). */
final class RestartDecision {
  private RestartDecision() {}

  static boolean shallRestart(Service service) {
    if (service.forbidRestart) {
      return false;
    }
    ServiceSettings settings = service.settings;
    ProcessEnd end = service.mainEnd;
    if (end != null && settings.restartPrevent().contains(end)) {
      return false;
    }
    UnitResult result = service.state.result();
    if (end != null && settings.restartForce().contains(end)) {
      return !(settings.isOneshot() && result == UnitResult.SUCCESS);
    }
    boolean failed = result != UnitResult.SUCCESS && result != UnitResult.EXEC_CONDITION;
    return switch (settings.restart()) {
      case NO -> false;
      case ALWAYS -> result != UnitResult.EXEC_CONDITION;
      case ON_SUCCESS -> result == UnitResult.SUCCESS;
      case ON_FAILURE -> failed;
      case ON_ABNORMAL -> failed && result != UnitResult.EXIT_CODE;
      case ON_WATCHDOG -> result == UnitResult.WATCHDOG;
      case ON_ABORT -> result == UnitResult.SIGNAL || result == UnitResult.CORE_DUMP;
    };
  }

  /** The delay before the next restart; it grows in RestartSteps= (service_restart_usec_next). */
  static long delay(Service service) {
    ServiceSettings settings = service.settings;
    int next = service.restarts + 1;
    if (next <= 1
        || settings.restartSteps() == 0
        || settings.restartDelay() == 0
        || settings.restartMaxDelay() == Settings.INFINITY
        || settings.restartDelay() >= settings.restartMaxDelay()) {
      return settings.restartDelay();
    }
    if (next > settings.restartSteps()) {
      return settings.restartMaxDelay();
    }
    double growth =
        Math.pow(
            (double) settings.restartMaxDelay() / settings.restartDelay(),
            (double) (next - 1) / settings.restartSteps());
    return (long) (settings.restartDelay() * growth);
  }
}
