package dev.dryboot.simulator.systemd.service;

import dev.dryboot.simulator.systemd.core.UnitResult;

/** How a service reads its configuration anew (service.c: service_enter_reload). */
final class ServiceReloading {
  private final Service service;

  ServiceReloading(Service service) {
    this.service = service;
  }

  void reload() {
    service.controlPid = 0;
    service.reloadResult = UnitResult.SUCCESS;
    service.reloadBegin = service.processOne().now();
    boolean killed = false;
    if (service.settings.type() == ServiceSettings.Type.NOTIFY_RELOAD && service.mainPid > 0) {
      killed =
          service
              .processOne()
              .machine()
              .processes()
              .signal(service.mainPid, service.settings.reloadSignal());
    }
    if (service.settings.has(ExecPhase.RELOAD)) {
      if (service.processes.control(ExecPhase.RELOAD, service.settings.timeoutStart())) {
        service.state.set(ServiceState.RELOAD);
      } else {
        service.reloadResult = UnitResult.RESOURCES;
        service.starting.running(UnitResult.SUCCESS);
      }
    } else if (killed) {
      service.arm(service.settings.timeoutStart());
      service.state.set(ServiceState.RELOAD_SIGNAL);
    } else {
      service.starting.running(UnitResult.SUCCESS);
    }
  }

  void reloadByNotify() {
    service.arm(service.settings.timeoutStart());
    service.state.set(ServiceState.RELOAD_NOTIFY);
    service.processOne().propagateReload(service.unit());
  }
}
