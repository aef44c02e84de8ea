package dev.dryboot.simulator.systemd.service;

import dev.dryboot.simulator.systemd.core.UnitResult;

/** What a service's timer does in each state (service.c: service_dispatch_timer). */
final class ServiceTimeout {
  private final Service service;

  ServiceTimeout(Service service) {
    this.service = service;
  }

  void elapsed() {
    ServiceStopping enter = service.stopping;
    boolean kills = service.settings.kill().sendSigkill();
    String stopMode = service.settings.timeoutStopFailureMode();
    UnitResult timeout = UnitResult.TIMEOUT;
    switch (service.state.now()) {
      case CONDITION, START_PRE, START, START_POST ->
          terminate(
              service.settings.timeoutStartFailureMode(),
              ServiceState.STOP_SIGTERM,
              ServiceState.STOP_WATCHDOG,
              ServiceState.STOP_SIGKILL);
      case RUNNING -> enter.stop(timeout);
      case RELOAD, RELOAD_SIGNAL, RELOAD_NOTIFY -> {
        if (service.controlPid > 0) {
          service.processOne().machine().processes().signal(service.controlPid, Signals.KILL);
        }
        service.reloadResult = timeout;
        service.starting.running(UnitResult.SUCCESS);
      }
      case STOP ->
          terminate(
              stopMode,
              ServiceState.STOP_SIGTERM,
              ServiceState.STOP_WATCHDOG,
              ServiceState.STOP_SIGKILL);
      case STOP_SIGTERM -> {
        if (stopMode.equals("abort")) {
          enter.signal(ServiceState.STOP_WATCHDOG, timeout);
        } else {
          killOrGoOn(kills);
        }
      }
      case STOP_WATCHDOG -> killOrGoOn(kills);
      case STOP_SIGKILL -> enter.stopPost(timeout);
      case STOP_POST ->
          terminate(
              stopMode,
              ServiceState.FINAL_SIGTERM,
              ServiceState.FINAL_WATCHDOG,
              ServiceState.FINAL_SIGKILL);
      case FINAL_SIGTERM -> {
        if (stopMode.equals("abort")) {
          enter.signal(ServiceState.FINAL_WATCHDOG, timeout);
        } else {
          finalKillOrGiveUp(kills);
        }
      }
      case FINAL_WATCHDOG -> finalKillOrGiveUp(kills);
      case FINAL_SIGKILL -> enter.dead(timeout, true);
      case AUTO_RESTART -> service.restarting.restart(false);
      default -> {}
    }
  }

  private void killOrGoOn(boolean kills) {
    if (kills) {
      service.stopping.signal(ServiceState.STOP_SIGKILL, UnitResult.TIMEOUT);
    } else {
      service.stopping.stopPost(UnitResult.TIMEOUT);
    }
  }

  private void finalKillOrGiveUp(boolean kills) {
    if (kills) {
      service.stopping.signal(ServiceState.FINAL_SIGKILL, UnitResult.TIMEOUT);
    } else {
      service.stopping.dead(UnitResult.TIMEOUT, false);
    }
  }

  /** TimeoutStartFailureMode= and TimeoutStopFailureMode=. */
  private void terminate(String mode, ServiceState term, ServiceState abort, ServiceState killed) {
    ServiceStopping enter = service.stopping;
    switch (mode) {
      case "abort" -> enter.signal(abort, UnitResult.TIMEOUT);
      case "kill" -> {
        if (service.settings.kill().sendSigkill()) {
          enter.signal(killed, UnitResult.TIMEOUT);
        } else if (killed == ServiceState.FINAL_SIGKILL) {
          enter.dead(UnitResult.TIMEOUT, false);
        } else {
          enter.stopPost(UnitResult.TIMEOUT);
        }
      }
      default -> enter.signal(term, UnitResult.TIMEOUT);
    }
  }
}
