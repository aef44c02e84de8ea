package dev.dryboot.simulator.systemd.service;

import dev.dryboot.simulator.systemd.core.UnitResult;
import dev.dryboot.simulator.systemd.unit.Settings;
import java.util.List;

/** How a service comes up (service.c: service_enter_condition to service_enter_running). */
final class ServiceStarting {
  private final Service service;

  ServiceStarting(Service service) {
    this.service = service;
  }

  void condition() {
    service.controlPid = 0;
    if (!service.settings.has(ExecPhase.CONDITION)) {
      startPre();
    } else if (!adverseToLeftovers()
        && service.processes.control(ExecPhase.CONDITION, service.settings.timeoutStart())) {
      service.state.set(ServiceState.CONDITION);
    } else {
      service.stopping.dead(UnitResult.RESOURCES, true);
    }
  }

  void startPre() {
    service.controlPid = 0;
    if (!service.settings.has(ExecPhase.START_PRE)) {
      start();
    } else if (!adverseToLeftovers()
        && service.processes.control(ExecPhase.START_PRE, service.settings.timeoutStart())) {
      service.state.set(ServiceState.START_PRE);
    } else {
      service.stopping.dead(UnitResult.RESOURCES, true);
    }
  }

  void start() {
    service.controlPid = 0;
    service.mainPid = 0;
    if (adverseToLeftovers()) {
      service.stopping.signal(ServiceState.STOP_SIGTERM, UnitResult.RESOURCES);
      return;
    }
    List<ExecCommand> commands = service.settings.of(ExecPhase.START);
    if (commands.isEmpty()) {
      service.state.set(ServiceState.START);
      startPost();
      return;
    }
    boolean forking = service.settings.type() == ServiceSettings.Type.FORKING;
    boolean simple =
        service.settings.type() == ServiceSettings.Type.SIMPLE || service.settings.isIdle();
    int pid =
        service.processes.spawn(
            commands.getFirst(),
            ExecPhase.START,
            simple ? Settings.INFINITY : service.settings.timeoutStart());
    if (pid == 0) {
      service.stopping.signal(ServiceState.STOP_SIGTERM, UnitResult.RESOURCES);
      return;
    }
    if (forking) {
      service.controlPhase = ExecPhase.START;
      service.controlCommands = commands;
      service.controlPid = pid;
      service.state.set(ServiceState.START);
      return;
    }
    service.mainCommands = commands;
    service.processes.mainPid(pid);
    if (simple) {
      startPost();
    } else {
      service.state.set(ServiceState.START);
    }
  }

  void startPost() {
    service.controlPid = 0;
    service.resetWatchdog();
    if (!service.settings.has(ExecPhase.START_POST)) {
      running(UnitResult.SUCCESS);
    } else if (service.processes.control(ExecPhase.START_POST, service.settings.timeoutStart())) {
      service.state.set(ServiceState.START_POST);
    } else {
      service.stopping.stop(UnitResult.RESOURCES);
    }
  }

  void running(UnitResult result) {
    service.state.fail(result);
    service.controlPid = 0;
    if (service.state.result() != UnitResult.SUCCESS) {
      service.stopping.signal(ServiceState.STOP_SIGTERM, result);
    } else if (good()) {
      if (service.notifyState == Service.NotifyState.RELOADING) {
        service.reloading.reloadByNotify();
      } else if (service.notifyState == Service.NotifyState.STOPPING) {
        service.stopping.stopByNotify();
      } else {
        service.timer.disarm();
        service.state.set(ServiceState.RUNNING);
        if (service.state.now() == ServiceState.RUNNING) {
          service.arm(remainingRuntime());
        }
      }
    } else if (service.settings.remainAfterExit()) {
      service.state.set(ServiceState.EXITED);
    } else {
      service.stopping.stop(UnitResult.SUCCESS);
    }
  }

  private boolean good() {
    if (service.settings.type() == ServiceSettings.Type.DBUS && !service.busNameGood) {
      return false;
    }
    int main = service.processes.mainGood();
    if (main > 0) {
      return true;
    }
    if (main == 0 && !service.settings.exitTypeGroup()) {
      return false;
    }
    return !service.processes.groupIsEmpty();
  }

  private long remainingRuntime() {
    if (service.settings.runtimeMax() == Settings.INFINITY) {
      return Settings.INFINITY;
    }
    long extra =
        service.settings.runtimeRandomizedExtra() > 0
            ? service
                .processOne()
                .machine()
                .kernel()
                .random()
                .nextLong(service.settings.runtimeRandomizedExtra())
            : 0;
    long since = service.processOne().now() - service.owner.activeEnter();
    return Math.max(0, service.settings.runtimeMax() + extra - since);
  }

  /** With SendSIGKILL=no, processes left over keep a service from starting (257 and 252). */
  private boolean adverseToLeftovers() {
    KillSettings kill = service.settings.kill();
    boolean whole = kill.mode().equals("control-group") || kill.mode().equals("mixed");
    return whole && !kill.sendSigkill() && !service.processes.groupIsEmpty();
  }
}
