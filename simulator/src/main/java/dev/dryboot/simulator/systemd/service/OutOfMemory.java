package dev.dryboot.simulator.systemd.service;

import dev.dryboot.simulator.machine.Processes;
import dev.dryboot.simulator.systemd.core.UnitResult;

/**
 * What follows when the kernel has killed a process of a service because memory ran out (service.c:
 * service_notify_cgroup_oom_event).
 */
final class OutOfMemory {
  private final Service service;

  OutOfMemory(Service service) {
    this.service = service;
  }

  /**
   * What the kernel itself does: with {@code OOMPolicy=kill} the manager has set {@code
   * memory.oom.group}, and the whole control group dies at once.
   */
  void killGroup() {
    if (service.settings.oomPolicy() == OomPolicy.KILL) {
      Processes processes = service.processOne().machine().processes();
      processes
          .in(service.owner.controlGroup())
          .forEach(pid -> processes.signal(pid, Processes.SIGKILL));
    }
  }

  /** The manager hears of it, before it hears of the end of the process. */
  void heard() {
    if (service.settings.oomPolicy() == OomPolicy.CONTINUE) {
      return;
    }
    boolean kill = service.settings.oomPolicy() == OomPolicy.KILL;
    switch (service.state.now()) {
      case CONDITION, START_PRE, START, START_POST, STOP ->
          service.stopping.signal(
              kill ? ServiceState.STOP_SIGKILL : ServiceState.STOP_SIGTERM, UnitResult.OOM_KILL);
      case RUNNING, EXITED -> {
        if (kill) {
          service.stopping.signal(ServiceState.STOP_SIGKILL, UnitResult.OOM_KILL);
        } else {
          service.stopping.stop(UnitResult.OOM_KILL);
        }
      }
      case STOP_WATCHDOG, STOP_SIGTERM ->
          service.stopping.signal(ServiceState.STOP_SIGKILL, UnitResult.OOM_KILL);
      case STOP_SIGKILL, FINAL_SIGKILL -> service.state.fail(UnitResult.OOM_KILL);
      case STOP_POST, FINAL_SIGTERM ->
          service.stopping.signal(ServiceState.FINAL_SIGKILL, UnitResult.OOM_KILL);
      default -> {}
    }
  }
}
