package dev.dryboot.simulator.systemd.service;

/** How a service reads its configuration anew (service.c: service_enter_reload). */
final class ServiceReloading {
  private final Service service;

  ServiceReloading(Service service) {
    this.service = service;
  }

  void reload() {
    service.controlPid = 0;
    service.reloadResult = ServiceResult.SUCCESS;
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
        service.state(ServiceState.RELOAD);
      } else {
        service.reloadResult = ServiceResult.RESOURCES;
        service.starting.running(ServiceResult.SUCCESS);
      }
    } else if (killed) {
      service.arm(service.settings.timeoutStart());
      service.state(ServiceState.RELOAD_SIGNAL);
    } else {
      service.starting.running(ServiceResult.SUCCESS);
    }
  }

  void reloadByNotify() {
    service.arm(service.settings.timeoutStart());
    service.state(ServiceState.RELOAD_NOTIFY);
    service.processOne().propagateReload(service.unit());
  }
}
