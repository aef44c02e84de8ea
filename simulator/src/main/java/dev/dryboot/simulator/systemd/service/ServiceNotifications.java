package dev.dryboot.simulator.systemd.service;

import dev.dryboot.foreign.value.Scalars;
import dev.dryboot.simulator.systemd.core.UnitResult;
import dev.dryboot.simulator.systemd.unit.Settings;
import java.util.Map;
import java.util.Optional;

/** What a service tells about itself by sd_notify (service.c: service_notify_message). */
final class ServiceNotifications {
  private final Service service;

  ServiceNotifications(Service service) {
    this.service = service;
  }

  /** service_notify_message(). */
  void notified(int pid, Map<String, String> message) {
    if (!mayNotify(pid)) {
      return;
    }
    String main = message.getOrDefault("MAINPID", "");
    if (!main.isEmpty()
        && main.matches("[0-9]{1,9}")
        && service.processes.alive(Integer.parseInt(main))) {
      service.processes.mainPid(Integer.parseInt(main));
    }
    if ("1".equals(message.get("STOPPING"))) {
      toldStopping();
    } else if ("1".equals(message.get("READY"))) {
      toldReady("1".equals(message.get("RELOADING")), isSentAfterReloadBegan(message));
    } else if ("1".equals(message.get("RELOADING"))) {
      toldReloading(isSentAfterReloadBegan(message));
    }
    descriptors(message);
    toldWatchdog(message);
    extendTimeout(message);
  }

  private void toldWatchdog(Map<String, String> message) {
    if ("1".equals(message.get("WATCHDOG"))) {
      service.resetWatchdog();
    } else if ("trigger".equals(message.get("WATCHDOG"))) {
      service.watchdogElapsed();
    }
    number(message, "WATCHDOG_USEC").ifPresent(service::overrideWatchdog);
  }

  private void extendTimeout(Map<String, String> message) {
    number(message, "EXTEND_TIMEOUT_USEC")
        .ifPresent(
            usec -> {
              if (service.timer.at() != Settings.INFINITY) {
                service.arm(Math.max(usec, service.timer.at() - service.processOne().now()));
              }
            });
  }

  /** Without the time at which it was sent, a message may be older than the reload. */
  private boolean isSentAfterReloadBegan(Map<String, String> message) {
    return number(message, "MONOTONIC_USEC")
        .filter(sent -> sent >= service.reloadBegin)
        .isPresent();
  }

  private static Optional<Long> number(Map<String, String> message, String name) {
    String text = message.get(name);
    return text == null ? Optional.empty() : Scalars.readNumber(text, 0, Long.MAX_VALUE).value();
  }

  /** FDSTORE=1 with {@code FDS} descriptors, of which those beyond the limit are closed. */
  private void descriptors(Map<String, String> message) {
    if ("1".equals(message.get("FDSTOREREMOVE"))) {
      service.storedDescriptors = 0;
    } else if ("1".equals(message.get("FDSTORE"))) {
      long sent = Scalars.readNumber(message.getOrDefault("FDS", "0"), 0, 253).value().orElse(0L);
      service.storedDescriptors =
          Math.min(service.settings.descriptorStoreMax(), service.storedDescriptors + sent);
    }
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
    boolean needs =
        service.settings.notifies()
            || service.settings.watchdog() > 0
            || service.settings.descriptorStoreMax() > 0;
    return access.equals("none") && needs ? "main" : access;
  }

  private void toldStopping() {
    service.notifyState = Service.NotifyState.STOPPING;
    switch (service.state.now()) {
      case RUNNING, RELOAD_SIGNAL, RELOAD_NOTIFY -> service.stopping.stopByNotify();
      default -> {}
    }
  }

  private void toldReady(boolean reloadedToo, boolean sentAfterReloadBegan) {
    service.notifyState = Service.NotifyState.READY;
    if (reloadedToo && service.state.now() == ServiceState.RELOAD_SIGNAL && sentAfterReloadBegan) {
      service.starting.running(UnitResult.SUCCESS);
    }
    if (service.settings.notifies() && service.state.now() == ServiceState.START) {
      service.starting.startPost();
    }
    if (service.state.now() == ServiceState.RELOAD_NOTIFY) {
      service.starting.running(UnitResult.SUCCESS);
    }
  }

  private void toldReloading(boolean sentAfterReloadBegan) {
    service.notifyState = Service.NotifyState.RELOADING;
    if (service.state.now() == ServiceState.RELOAD_SIGNAL && sentAfterReloadBegan) {
      service.state.set(ServiceState.RELOAD_NOTIFY);
    }
    if (service.state.now() == ServiceState.RUNNING) {
      service.reloading.reloadByNotify();
    }
  }
}
