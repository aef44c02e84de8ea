package dev.dryboot.simulator.systemd.service;

import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.systemd.core.UnitResult;
import java.util.List;

/** What follows when a control process of a service has ended. */
final class ControlProcessEnd {
  private final Service service;

  ControlProcessEnd(Service service) {
    this.service = service;
  }

  void ended(ProcessEnd end) {
    UnitResult result =
        CleanExit.result(
            service, end, service.controlPhase != ExecPhase.START || service.settings.isOneshot());
    service.controlPid = 0;
    List<ExecCommand> commands = service.controlCommands;
    if (!commands.isEmpty() && commands.getFirst().ignoresFailure()) {
      result = UnitResult.SUCCESS;
    }
    if (service.state.now() == ServiceState.CONDITION
        && result == UnitResult.EXIT_CODE
        && end instanceof ProcessEnd.Exited exited
        && exited.code() < 255) {
      service.owner.conditionsMet(false);
      result = UnitResult.EXEC_CONDITION;
    }
    if (service.state.now() != ServiceState.RELOAD) {
      service.state.fail(result);
    }
    if (commands.size() > 1 && result == UnitResult.SUCCESS) {
      next(commands.subList(1, commands.size()));
      return;
    }
    service.controlCommands = List.of();
    service.controlPhase = null;
    gone(result);
  }

  private void next(List<ExecCommand> rest) {
    boolean starting =
        switch (service.state.now()) {
          case CONDITION, START_PRE, START, START_POST, RUNNING, RELOAD -> true;
          default -> false;
        };
    ExecPhase phase = service.controlPhase;
    service.controlCommands = rest;
    service.controlPid =
        service.processes.spawn(
            rest.getFirst(),
            phase == null ? ExecPhase.START_PRE : phase,
            starting ? service.settings.timeoutStart() : service.settings.timeoutStop());
    if (service.controlPid == 0) {
      service.stopping.stop(UnitResult.RESOURCES);
    }
  }

  private void gone(UnitResult result) {
    boolean ok = result == UnitResult.SUCCESS;
    boolean main = service.processes.mainGood() > 0;
    switch (service.state.now()) {
      case CONDITION -> {
        if (ok) {
          service.starting.startPre();
        } else {
          service.stopping.signal(ServiceState.STOP_SIGTERM, result);
        }
      }
      case START_PRE -> {
        if (ok) {
          service.starting.start();
        } else {
          service.stopping.signal(ServiceState.STOP_SIGTERM, result);
        }
      }
      case START -> forkedParentGone(ok, result);
      case START_POST -> startPostGone(ok, result);
      case RELOAD, RELOAD_SIGNAL, RELOAD_NOTIFY -> {
        if (ok && !service.processes.loadPidFile()) {
          service.processes.searchMainPid();
        }
        service.reloadResult = result;
        if (service.notifyState == Service.NotifyState.RELOADING) {
          service.state.set(ServiceState.RELOAD_NOTIFY);
        } else {
          service.starting.running(UnitResult.SUCCESS);
        }
      }
      case STOP -> service.stopping.signal(ServiceState.STOP_SIGTERM, result);
      case STOP_WATCHDOG, STOP_SIGTERM, STOP_SIGKILL -> {
        if (!main) {
          service.stopping.stopPost(result);
        }
      }
      case STOP_POST -> {
        if (!main) {
          service.stopping.signal(ServiceState.FINAL_SIGTERM, result);
        }
      }
      case FINAL_WATCHDOG, FINAL_SIGTERM, FINAL_SIGKILL -> {
        if (!main) {
          service.stopping.dead(result, true);
        }
      }
      default -> {}
    }
  }

  /** The parent of a Type=forking service has exited. */
  private void forkedParentGone(boolean ok, UnitResult result) {
    if (service.settings.type() != ServiceSettings.Type.FORKING) {
      return;
    }
    if (!ok) {
      service.stopping.signal(ServiceState.STOP_SIGTERM, result);
      return;
    }
    if (service.settings.pidFile().isEmpty()) {
      service.processes.searchMainPid();
    } else if (!service.processes.loadPidFile() && !service.settings.has(ExecPhase.START_POST)) {
      new PidFileWatch(service).demand(true);
      return;
    }
    service.starting.startPost();
  }

  private void startPostGone(boolean ok, UnitResult result) {
    if (!ok) {
      service.stopping.signal(ServiceState.STOP_SIGTERM, result);
      return;
    }
    if (service.settings.pidFile().isEmpty()) {
      service.processes.searchMainPid();
    } else if (!service.processes.loadPidFile()) {
      new PidFileWatch(service).demand(false);
      return;
    }
    service.starting.running(UnitResult.SUCCESS);
  }
}
