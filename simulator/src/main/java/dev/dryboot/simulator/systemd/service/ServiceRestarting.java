package dev.dryboot.simulator.systemd.service;

import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.UnitResult;
import dev.dryboot.simulator.systemd.transaction.JobMode;
import dev.dryboot.simulator.systemd.transaction.JobType;

/** How a service that has ended is started again (service.c: service_enter_restart). */
final class ServiceRestarting {
  private final Service service;

  ServiceRestarting(Service service) {
    this.service = service;
  }

  /** Goes to dead or failed, and from there on to the restart where there is to be one. */
  void endIn(ServiceState end, boolean restart) {
    if (service.options.version().actsOnEachFailure()) {
      deadOrRestarting(end, restart);
    } else {
      deadThenRestarting(end, restart);
    }
  }

  /** 257: two states of their own lead to the restart. */
  private void deadOrRestarting(ServiceState end, boolean restart) {
    if (!restart) {
      service.state.set(end);
      return;
    }
    if (!service.settings.restartDirect()) {
      service.state.set(
          end == ServiceState.FAILED
              ? ServiceState.FAILED_BEFORE_AUTO_RESTART
              : ServiceState.DEAD_BEFORE_AUTO_RESTART);
    }
    service.arm(RestartDecision.delay(service));
    service.state.set(ServiceState.AUTO_RESTART);
  }

  /** 252: dead or failed first, and then the restart. */
  private void deadThenRestarting(ServiceState end, boolean restart) {
    service.willAutoRestart = restart;
    service.state.set(end);
    if (service.willAutoRestart) {
      service.willAutoRestart = false;
      service.arm(service.settings.restartDelay());
      service.state.set(ServiceState.AUTO_RESTART);
    } else {
      service.flushRestarts = true;
    }
  }

  /**
   * Has the manager start the service again (service_enter_restart).
   *
   * @param shortcut whether a client asked for it while the delay was running
   */
  void restart(boolean shortcut) {
    if (!shortcut && service.owner.stopPending()) {
      return;
    }
    ProcessOne processOne = service.processOne();
    boolean asStart = service.options.version().shortcutsAutoRestart();
    JobMode mode =
        asStart && !service.settings.restartDirect()
            ? JobMode.RESTART_DEPENDENCIES
            : JobMode.REPLACE;
    ProcessOne.Added added =
        processOne.addJob(asStart ? JobType.START : JobType.RESTART, service.unit(), mode, asStart);
    if (added.refusal().isPresent()) {
      service.stopping.dead(UnitResult.RESOURCES, false);
      return;
    }
    service.restarts++;
    service.flushRestarts = false;
    if (asStart) {
      service.state.set(ServiceState.AUTO_RESTART_QUEUED);
    }
  }
}
