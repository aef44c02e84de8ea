package dev.dryboot.simulator.systemd.service;

import dev.dryboot.foreign.value.Scalars;
import dev.dryboot.simulator.systemd.unit.Settings;
import java.util.Map;

/** What a service tells about itself by sd_notify (service.c: service_notify_message). */
final class ServiceNotifications {
  private final Service service;

  ServiceNotifications(Service service) {
    this.service = service;
  }

  /** service_notify_message(). */
  void notified(int pid, Map<String, String> message) {
    if (service.settings.type() == ServiceSettings.Type.DBUS
        && service.state == ServiceState.START
        && service.settings.busName().equals(message.get("BUSNAME"))) {
      service.starting.startPost();
      return;
    }
    if (!mayNotify(pid)) {
      return;
    }
    String main = message.getOrDefault("MAINPID", "");
    if (main.matches("[0-9]{1,9}") && service.processes.alive(Integer.parseInt(main))) {
      service.processes.mainPid(Integer.parseInt(main));
    }
    if ("1".equals(message.get("STOPPING"))) {
      toldStopping();
    } else if ("1".equals(message.get("READY"))) {
      toldReady("1".equals(message.get("RELOADING")));
    } else if ("1".equals(message.get("RELOADING"))) {
      toldReloading();
    }
    if ("1".equals(message.get("WATCHDOG"))) {
      service.resetWatchdog();
    } else if ("trigger".equals(message.get("WATCHDOG"))) {
      service.watchdogElapsed();
    }
    Scalars.readNumber(message.getOrDefault("EXTEND_TIMEOUT_USEC", ""), 0, Long.MAX_VALUE)
        .value()
        .ifPresent(
            usec -> {
              if (service.timer != null && service.timer.at() != Settings.INFINITY) {
                service.arm(Math.max(usec, service.timer.at() - service.processOne().now()));
              }
            });
  }

  private boolean mayNotify(int pid) {
    return switch (access()) {
      case "main" -> pid == service.mainPid;
      case "exec" -> pid == service.mainPid || pid == service.controlPid;
      case "all" -> true;
      default -> false;
    };
  }

  String access() {
    String access = service.settings.notifyAccess();
    boolean needs = service.settings.notifies() || service.settings.watchdog() > 0;
    return access.equals("none") && needs ? "main" : access;
  }

  private void toldStopping() {
    service.notifyState = Service.NotifyState.STOPPING;
    switch (service.state) {
      case RUNNING, RELOAD_SIGNAL, RELOAD_NOTIFY -> service.stopping.stopByNotify();
      default -> {}
    }
  }

  private void toldReady(boolean reloadedToo) {
    service.notifyState = Service.NotifyState.READY;
    if (reloadedToo && service.state == ServiceState.RELOAD_SIGNAL) {
      service.starting.running(ServiceResult.SUCCESS);
    }
    if (service.settings.notifies() && service.state == ServiceState.START) {
      service.starting.startPost();
    }
    if (service.state == ServiceState.RELOAD_NOTIFY) {
      service.starting.running(ServiceResult.SUCCESS);
    }
  }

  private void toldReloading() {
    service.notifyState = Service.NotifyState.RELOADING;
    if (service.state == ServiceState.RELOAD_SIGNAL) {
      service.state(ServiceState.RELOAD_NOTIFY);
    }
    if (service.state == ServiceState.RUNNING) {
      service.reloading.reloadByNotify();
    }
  }
}
