package dev.dryboot.simulator.systemd.service;

import dev.dryboot.simulator.systemd.core.UnitResult;
import dev.dryboot.simulator.systemd.service.ServiceProcesses.KillOperation;
import dev.dryboot.simulator.systemd.transaction.JobType;

/** How a service goes down (service.c: service_enter_stop to service_enter_dead). */
final class ServiceStopping {
  private final Service service;

  ServiceStopping(Service service) {
    this.service = service;
  }

  void stop(UnitResult result) {
    service.state.fail(result);
    service.controlPid = 0;
    if (!service.settings.has(ExecPhase.STOP)) {
      signal(ServiceState.STOP_SIGTERM, UnitResult.SUCCESS);
    } else if (service.processes.control(ExecPhase.STOP, service.settings.timeoutStop())) {
      service.state.set(ServiceState.STOP);
    } else {
      signal(ServiceState.STOP_SIGTERM, UnitResult.RESOURCES);
    }
  }

  void stopByNotify() {
    service.arm(service.settings.timeoutStop());
    service.state.set(ServiceState.STOP_SIGTERM);
  }

  /** Kills what there is and waits for it, or goes on to what follows (service_enter_signal). */
  void signal(ServiceState to, UnitResult result) {
    service.state.fail(result);
    KillOperation operation = operation(to);
    boolean sendSigkill = service.settings.kill().sendSigkill();
    if (service.processes.kill(operation)) {
      service.arm(
          operation == KillOperation.WATCHDOG
              ? service.settings.timeoutAbort()
              : service.settings.timeoutStop());
      service.state.set(to);
    } else if ((to == ServiceState.STOP_WATCHDOG || to == ServiceState.STOP_SIGTERM)
        && sendSigkill) {
      signal(ServiceState.STOP_SIGKILL, UnitResult.SUCCESS);
    } else if (to == ServiceState.STOP_WATCHDOG
        || to == ServiceState.STOP_SIGTERM
        || to == ServiceState.STOP_SIGKILL) {
      stopPost(UnitResult.SUCCESS);
    } else if ((to == ServiceState.FINAL_WATCHDOG || to == ServiceState.FINAL_SIGTERM)
        && sendSigkill) {
      signal(ServiceState.FINAL_SIGKILL, UnitResult.SUCCESS);
    } else {
      dead(UnitResult.SUCCESS, true);
    }
  }

  private boolean isRestartedByJob() {
    return service.owner.job() != null && service.owner.job().type() != JobType.STOP;
  }

  private KillOperation operation(ServiceState to) {
    return switch (to) {
      case STOP_WATCHDOG, FINAL_WATCHDOG -> KillOperation.WATCHDOG;
      case STOP_SIGTERM, FINAL_SIGTERM ->
          service.owner.job() != null && service.owner.job().type() == JobType.RESTART
              ? KillOperation.RESTART
              : KillOperation.TERMINATE;
      default -> KillOperation.KILL;
    };
  }

  void stopPost(UnitResult result) {
    service.state.fail(result);
    service.controlPid = 0;
    if (!service.settings.has(ExecPhase.STOP_POST)) {
      signal(ServiceState.FINAL_SIGTERM, UnitResult.SUCCESS);
    } else if (service.processes.control(ExecPhase.STOP_POST, service.settings.timeoutStop())) {
      service.state.set(ServiceState.STOP_POST);
    } else {
      signal(ServiceState.FINAL_SIGTERM, UnitResult.RESOURCES);
    }
  }

  /** Nothing of the service is left: dead, failed, or about to start again. */
  void dead(UnitResult result, boolean allowRestart) {
    service.state.fail(result);
    boolean failed =
        service.state.result() != UnitResult.SUCCESS
            && service.state.result() != UnitResult.EXEC_CONDITION;
    boolean restart =
        allowRestart && !service.owner.stopPending() && RestartDecision.shallRestart(service);
    if (!service.settings.keepsDescriptors() && !restart && !isRestartedByJob()) {
      service.storedDescriptors = 0;
    }
    ServiceState end = failed ? ServiceState.FAILED : service.dead();
    service.restarting.endIn(end, restart);
    service.forbidRestart = false;
    service.settings.directories().end(service.processOne().machine().files(), restart);
    service
        .settings
        .pidFile()
        .ifPresent(path -> service.processOne().machine().files().remove(path));
  }
}
