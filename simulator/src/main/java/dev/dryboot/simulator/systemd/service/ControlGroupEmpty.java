package dev.dryboot.simulator.systemd.service;

import dev.dryboot.simulator.systemd.core.UnitResult;

/**
 * What follows when the last process of a service is gone (service.c:
 * service_notify_cgroup_empty_event).
 */
final class ControlGroupEmpty {
  private final Service service;

  ControlGroupEmpty(Service service) {
    this.service = service;
  }

  /** The last process of the control group is gone (service_notify_cgroup_empty_event). */
  void emptied() {
    if (!service.processes.groupIsEmpty()) {
      return;
    }
    boolean none = service.processes.mainGood() <= 0 && !service.processes.controlGood();
    switch (service.state.now()) {
      case START, START_POST -> emptiedWhileStarting();
      case RUNNING -> service.starting.running(UnitResult.SUCCESS);
      case STOP_WATCHDOG, STOP_SIGTERM, STOP_SIGKILL -> {
        if (none) {
          service.stopping.stopPost(UnitResult.SUCCESS);
        }
      }
      case STOP_POST, FINAL_WATCHDOG, FINAL_SIGTERM, FINAL_SIGKILL -> {
        if (none) {
          service.stopping.dead(UnitResult.SUCCESS, true);
        }
      }
      default -> {}
    }
  }

  private void emptiedWhileStarting() {
    boolean dead = service.processes.mainGood() == 0 && !service.processes.controlGood();
    boolean starting = service.state.now() == ServiceState.START;
    if (starting && service.settings.notifies() && dead) {
      service.stopping.stopPost(UnitResult.PROTOCOL);
    } else if (starting && service.settings.exitTypeGroup() && service.processes.mainGood() <= 0) {
      service.stopping.stopPost(UnitResult.SUCCESS);
    } else if (service.awaitsPidFile && !service.processes.controlGood()) {
      service.awaitsPidFile = false;
      if (starting) {
        service.stopping.stopPost(UnitResult.PROTOCOL);
      } else {
        service.stopping.stop(UnitResult.PROTOCOL);
      }
    }
  }
}
