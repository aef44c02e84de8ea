package dev.dryboot.simulator.systemd.service;

import dev.dryboot.simulator.machine.ProcessEnd;

/** What a service makes of its children (service.c: service_sigchld_event). */
final class ServiceChildren {
  private final Service service;
  private final MainProcessEnd main;
  private final ControlProcessEnd control;

  ServiceChildren(Service service) {
    this.service = service;
    this.main = new MainProcessEnd(service);
    this.control = new ControlProcessEnd(service);
  }

  /** service_sigchld_event(). */
  void ended(int pid, ProcessEnd end) {
    if (pid == service.mainPid) {
      main.ended(end);
    } else if (pid == service.controlPid) {
      control.ended(end);
    }
  }

  /** execve has happened: that is what Type=exec waits for. */
  void executed(int pid) {
    if (service.settings.type() == ServiceSettings.Type.EXEC
        && service.state.now() == ServiceState.START
        && service.mainPid == pid) {
      service.starting.startPost();
    }
  }
}
