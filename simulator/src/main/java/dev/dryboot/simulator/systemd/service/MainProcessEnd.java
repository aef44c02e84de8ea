package dev.dryboot.simulator.systemd.service;

import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.systemd.core.UnitResult;
import java.util.List;

/** What follows when the main process of a service has ended. */
final class MainProcessEnd {
  private final Service service;

  MainProcessEnd(Service service) {
    this.service = service;
  }

  /** Its next command, or what the state makes of the end. */
  void ended(ProcessEnd end) {
    UnitResult result = CleanExit.result(service, end, service.settings.isOneshot());
    service.mainPid = 0;
    if (service.processes.loadPidFile() && service.mainPid > 0) {
      return; // the daemon has moved on to another process
    }
    service.mainEnd = end;
    List<ExecCommand> commands =
        service.mainCommands.isEmpty()
            ? service.settings.of(ExecPhase.START)
            : service.mainCommands;
    if (!commands.isEmpty() && commands.getFirst().ignoresFailure()) {
      result = UnitResult.SUCCESS;
    }
    service.state.fail(result);
    boolean more =
        service.mainCommands.size() > 1
            && service.settings.isOneshot()
            && result == UnitResult.SUCCESS;
    if (more) {
      next();
      return;
    }
    service.mainCommands = List.of();
    if (!service.settings.exitTypeGroup() || service.processes.groupIsEmpty()) {
      gone(result);
    } else if (service.state.now() == ServiceState.START
        && !service.settings.notifies()
        && service.settings.type() != ServiceSettings.Type.DBUS) {
      service.starting.startPost();
    }
  }

  /** The next ExecStart= of a oneshot service. */
  private void next() {
    service.mainCommands = service.mainCommands.subList(1, service.mainCommands.size());
    int next =
        service.processes.spawn(
            service.mainCommands.getFirst(), ExecPhase.START, service.settings.timeoutStart());
    if (next == 0) {
      service.stopping.stop(UnitResult.RESOURCES);
    } else {
      service.processes.mainPid(next);
    }
  }

  private void gone(UnitResult result) {
    boolean control = service.processes.controlGood();
    switch (service.state.now()) {
      case START_POST, RELOAD, RELOAD_SIGNAL, RELOAD_NOTIFY -> {
        if (!control) {
          service.stopping.stop(result);
        }
      }
      case START -> goneWhileStarting(result);
      case RUNNING -> service.starting.running(result);
      case STOP_WATCHDOG, STOP_SIGTERM, STOP_SIGKILL -> {
        if (!control) {
          service.stopping.stopPost(result);
        }
      }
      case STOP_POST -> {
        if (!control) {
          service.stopping.signal(ServiceState.FINAL_SIGTERM, result);
        }
      }
      case FINAL_WATCHDOG, FINAL_SIGTERM, FINAL_SIGKILL -> {
        if (!control) {
          service.stopping.dead(result, true);
        }
      }
      default -> {}
    }
  }

  private void goneWhileStarting(UnitResult result) {
    if (service.settings.isOneshot()) {
      if (result == UnitResult.SUCCESS) {
        service.starting.startPost();
      } else {
        service.stopping.signal(ServiceState.STOP_SIGTERM, result);
      }
    } else if (service.settings.notifies()) {
      if (result != UnitResult.SUCCESS) {
        service.stopping.signal(ServiceState.STOP_SIGTERM, result);
      } else if (!service.settings.remainAfterExit()
          || service.notifications.access().equals("main")) {
        service.stopping.signal(ServiceState.STOP_SIGTERM, UnitResult.PROTOCOL);
      }
    } else {
      service.starting.running(result);
    }
  }
}
