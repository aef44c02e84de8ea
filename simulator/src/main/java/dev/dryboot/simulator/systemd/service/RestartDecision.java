package dev.dryboot.simulator.systemd.service;

import dev.dryboot.simulator.machine.ProcessEnd;
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
    ServiceResult result = service.result;
    if (end != null && settings.restartForce().contains(end)) {
      return !(settings.isOneshot() && result == ServiceResult.SUCCESS);
    }
    boolean failed = result != ServiceResult.SUCCESS && result != ServiceResult.SKIP_CONDITION;
    return switch (settings.restart()) {
      case NO -> false;
      case ALWAYS -> result != ServiceResult.SKIP_CONDITION;
      case ON_SUCCESS -> result == ServiceResult.SUCCESS;
      case ON_FAILURE -> failed;
      case ON_ABNORMAL -> failed && result != ServiceResult.EXIT_CODE;
      case ON_WATCHDOG -> result == ServiceResult.WATCHDOG;
      case ON_ABORT -> result == ServiceResult.SIGNAL || result == ServiceResult.CORE_DUMP;
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
