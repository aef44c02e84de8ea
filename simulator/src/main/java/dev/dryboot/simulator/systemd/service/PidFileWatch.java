package dev.dryboot.simulator.systemd.service;

import dev.dryboot.simulator.systemd.core.UnitResult;

/** Waits for a daemon to write its PID file (service.c: service_demand_pid_file). */
final class PidFileWatch {
  private static final long LOOK_EVERY = 10_000;

  private final Service service;

  PidFileWatch(Service service) {
    this.service = service;
  }

  /** Waits while there is a process that could write it; without one the service has failed. */
  void demand(boolean starting) {
    if (!service.processes.groupIsEmpty()) {
      service.awaitsPidFile = true;
      begin(starting);
    } else if (starting) {
      service.stopping.signal(ServiceState.STOP_SIGTERM, UnitResult.PROTOCOL);
    } else {
      service.stopping.stop(UnitResult.PROTOCOL);
    }
  }

  /** inotify is simulated by looking again and again, until the service is in another state. */
  private void begin(boolean starting) {
    service.processOne().after(LOOK_EVERY, 0, () -> look(starting));
  }

  private void look(boolean starting) {
    if (!service.awaitsPidFile) {
      return;
    }
    if (!service.processes.loadPidFile()) {
      begin(starting);
      return;
    }
    service.awaitsPidFile = false;
    if (starting) {
      service.starting.startPost();
    } else {
      service.starting.running(UnitResult.SUCCESS);
    }
  }
}
