package dev.dryboot.simulator.systemd.service;

import dev.dryboot.foreign.value.Scalars;
import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.systemd.unit.Settings;
import java.util.List;
import java.util.Map;

/** What happens to a service: children end, timers elapse, messages come (service.c). */
final class ServiceEvents {
  private final Service service;

  ServiceEvents(Service service) {
    this.service = service;
  }

  private ServiceTransitions enter() {
    return service.enter;
  }

  /** execve has happened: that is what Type=exec waits for. */
  void executed(int pid) {
    if (service.settings.type() == ServiceSettings.Type.EXEC
        && service.state == ServiceState.START
        && service.mainPid == pid) {
      enter().startPost();
    }
  }

  /** service_sigchld_event(). */
  void childEnded(int pid, ProcessEnd end) {
    if (pid == service.mainPid) {
      mainEnded(end);
    } else if (pid == service.controlPid) {
      controlEnded(end);
    }
  }

  private ServiceResult judge(ProcessEnd end, boolean command) {
    return switch (end) {
      case ProcessEnd.Exited exited ->
          exited.code() == 0 || service.settings.success().contains(end)
              ? ServiceResult.SUCCESS
              : ServiceResult.EXIT_CODE;
      case ProcessEnd.Killed killed -> {
        boolean clean =
            !command
                && List.of(Signals.HUP, Signals.INT, Signals.TERM, Signals.PIPE)
                    .contains(killed.signal());
        if (clean || service.settings.success().contains(end)) {
          yield ServiceResult.SUCCESS;
        }
        yield Signals.dumpsCore(killed.signal()) && coresAreCollected()
            ? ServiceResult.CORE_DUMP
            : ServiceResult.SIGNAL;
      }
    };
  }

  /**
   * Whether cores are dumped: into a collector, for systemd's own default is a soft limit of 0,
   * with which the kernel writes no core files but still feeds a pipe.
   */
  private boolean coresAreCollected() {
    return service.processOne().machine().files().exists("/usr/lib/systemd/systemd-coredump");
  }

  private void mainEnded(ProcessEnd end) {
    ServiceResult result = judge(end, service.settings.isOneshot());
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
      result = ServiceResult.SUCCESS;
    }
    service.fail(result);
    boolean more =
        service.mainCommands.size() > 1
            && service.settings.isOneshot()
            && result == ServiceResult.SUCCESS;
    if (more) {
      service.mainCommands = service.mainCommands.subList(1, service.mainCommands.size());
      int next =
          service.processes.spawn(
              service.mainCommands.getFirst(), ExecPhase.START, service.settings.timeoutStart());
      if (next == 0) {
        enter().stop(ServiceResult.RESOURCES);
      } else {
        service.processes.mainPid(next);
      }
      return;
    }
    service.mainCommands = List.of();
    if (!service.settings.exitTypeGroup() || service.processes.groupIsEmpty()) {
      mainGone(result);
    } else if (service.state == ServiceState.START
        && !service.settings.notifies()
        && service.settings.type() != ServiceSettings.Type.DBUS) {
      enter().startPost();
    }
  }

  private void mainGone(ServiceResult result) {
    boolean control = service.processes.controlGood();
    switch (service.state) {
      case START_POST, RELOAD, RELOAD_SIGNAL, RELOAD_NOTIFY -> {
        if (!control) {
          enter().stop(result);
        }
      }
      case START -> mainGoneWhileStarting(result);
      case RUNNING -> enter().running(result);
      case STOP_WATCHDOG, STOP_SIGTERM, STOP_SIGKILL -> {
        if (!control) {
          enter().stopPost(result);
        }
      }
      case STOP_POST -> {
        if (!control) {
          enter().signal(ServiceState.FINAL_SIGTERM, result);
        }
      }
      case FINAL_WATCHDOG, FINAL_SIGTERM, FINAL_SIGKILL -> {
        if (!control) {
          enter().dead(result, true);
        }
      }
      default -> {}
    }
  }

  private void mainGoneWhileStarting(ServiceResult result) {
    if (service.settings.isOneshot()) {
      if (result == ServiceResult.SUCCESS) {
        enter().startPost();
      } else {
        enter().signal(ServiceState.STOP_SIGTERM, result);
      }
    } else if (service.settings.notifies()) {
      if (result != ServiceResult.SUCCESS) {
        enter().signal(ServiceState.STOP_SIGTERM, result);
      } else if (!service.settings.remainAfterExit() || notifyAccess().equals("main")) {
        enter().signal(ServiceState.STOP_SIGTERM, ServiceResult.PROTOCOL);
      }
    } else {
      enter().running(result);
    }
  }

  private void controlEnded(ProcessEnd end) {
    ServiceResult result =
        judge(end, service.controlPhase != ExecPhase.START || service.settings.isOneshot());
    service.controlPid = 0;
    List<ExecCommand> commands = service.controlCommands;
    if (!commands.isEmpty() && commands.getFirst().ignoresFailure()) {
      result = ServiceResult.SUCCESS;
    }
    if (service.state == ServiceState.CONDITION
        && result == ServiceResult.EXIT_CODE
        && end instanceof ProcessEnd.Exited exited
        && exited.code() < 255) {
      service.owner.conditionsMet(false);
      result = ServiceResult.SKIP_CONDITION;
    }
    if (service.state != ServiceState.RELOAD) {
      service.fail(result);
    }
    if (commands.size() > 1 && result == ServiceResult.SUCCESS) {
      nextControl(commands.subList(1, commands.size()));
      return;
    }
    service.controlCommands = List.of();
    service.controlPhase = null;
    controlGone(result);
  }

  private void nextControl(List<ExecCommand> rest) {
    boolean starting =
        switch (service.state) {
          case CONDITION, START_PRE, START, START_POST, RUNNING, RELOAD -> true;
          default -> false;
        };
    ExecPhase phase = service.controlPhase;
    service.controlCommands = rest;
    service.controlPid =
        service.processes.spawn(
            rest.getFirst(),
            phase == null ? ExecPhase.START_PRE : phase,
            starting ? service.settings.timeoutStart() : service.settings.timeoutStop());
    if (service.controlPid == 0) {
      enter().stop(ServiceResult.RESOURCES);
    }
  }

  private void controlGone(ServiceResult result) {
    boolean ok = result == ServiceResult.SUCCESS;
    boolean main = service.processes.mainGood() > 0;
    switch (service.state) {
      case CONDITION -> {
        if (ok) {
          enter().startPre();
        } else {
          enter().signal(ServiceState.STOP_SIGTERM, result);
        }
      }
      case START_PRE -> {
        if (ok) {
          enter().start();
        } else {
          enter().signal(ServiceState.STOP_SIGTERM, result);
        }
      }
      case START -> forkedParentGone(ok, result);
      case START_POST -> startPostGone(ok, result);
      case RELOAD, RELOAD_SIGNAL, RELOAD_NOTIFY -> {
        if (ok && !service.processes.loadPidFile()) {
          service.processes.searchMainPid();
        }
        service.reloadResult = result;
        if (service.notifyState == Service.NotifyState.RELOADING) {
          service.state(ServiceState.RELOAD_NOTIFY);
        } else {
          enter().running(ServiceResult.SUCCESS);
        }
      }
      case STOP -> enter().signal(ServiceState.STOP_SIGTERM, result);
      case STOP_WATCHDOG, STOP_SIGTERM, STOP_SIGKILL -> {
        if (!main) {
          enter().stopPost(result);
        }
      }
      case STOP_POST -> {
        if (!main) {
          enter().signal(ServiceState.FINAL_SIGTERM, result);
        }
      }
      case FINAL_WATCHDOG, FINAL_SIGTERM, FINAL_SIGKILL -> {
        if (!main) {
          enter().dead(result, true);
        }
      }
      default -> {}
    }
  }

  /** The parent of a Type=forking service has exited. */
  private void forkedParentGone(boolean ok, ServiceResult result) {
    if (service.settings.type() != ServiceSettings.Type.FORKING) {
      return;
    }
    if (!ok) {
      enter().signal(ServiceState.STOP_SIGTERM, result);
      return;
    }
    if (service.settings.pidFile().isEmpty()) {
      service.processes.searchMainPid();
    } else if (!service.processes.loadPidFile() && !service.settings.has(ExecPhase.START_POST)) {
      awaitPidFile(true);
      return;
    }
    enter().startPost();
  }

  private void awaitPidFile(boolean starting) {
    if (!service.processes.groupIsEmpty()) {
      service.awaitsPidFile = true;
      new PidFileWatch(service).begin(starting);
    } else if (starting) {
      enter().signal(ServiceState.STOP_SIGTERM, ServiceResult.PROTOCOL);
    } else {
      enter().stop(ServiceResult.PROTOCOL);
    }
  }

  private void startPostGone(boolean ok, ServiceResult result) {
    if (!ok) {
      enter().signal(ServiceState.STOP_SIGTERM, result);
      return;
    }
    if (service.settings.pidFile().isEmpty()) {
      service.processes.searchMainPid();
    } else if (!service.processes.loadPidFile()) {
      awaitPidFile(false);
      return;
    }
    enter().running(ServiceResult.SUCCESS);
  }

  /** The last process of the control group is gone (service_notify_cgroup_empty_event). */
  void groupEmptied() {
    if (!service.processes.groupIsEmpty()) {
      return;
    }
    boolean none = service.processes.mainGood() <= 0 && !service.processes.controlGood();
    switch (service.state) {
      case START, START_POST -> groupEmptiedWhileStarting();
      case RUNNING -> enter().running(ServiceResult.SUCCESS);
      case STOP_WATCHDOG, STOP_SIGTERM, STOP_SIGKILL -> {
        if (none) {
          enter().stopPost(ServiceResult.SUCCESS);
        }
      }
      case STOP_POST, FINAL_WATCHDOG, FINAL_SIGTERM, FINAL_SIGKILL -> {
        if (none) {
          enter().dead(ServiceResult.SUCCESS, true);
        }
      }
      default -> {}
    }
  }

  private void groupEmptiedWhileStarting() {
    boolean dead = service.processes.mainGood() == 0 && !service.processes.controlGood();
    boolean starting = service.state == ServiceState.START;
    if (starting && service.settings.notifies() && dead) {
      enter().stopPost(ServiceResult.PROTOCOL);
    } else if (starting && service.settings.exitTypeGroup() && service.processes.mainGood() <= 0) {
      enter().stopPost(ServiceResult.SUCCESS);
    } else if (service.awaitsPidFile && !service.processes.controlGood()) {
      service.awaitsPidFile = false;
      if (starting) {
        enter().stopPost(ServiceResult.PROTOCOL);
      } else {
        enter().stop(ServiceResult.PROTOCOL);
      }
    }
  }

  void timerElapsed() {
    new ServiceTimeout(service).elapsed();
  }

  void watchdogElapsed() {
    if (service.state.watched()) {
      enter().signal(ServiceState.STOP_WATCHDOG, ServiceResult.WATCHDOG);
    }
  }

  private String notifyAccess() {
    String access = service.settings.notifyAccess();
    boolean needs = service.settings.notifies() || service.settings.watchdog() > 0;
    return access.equals("none") && needs ? "main" : access;
  }

  private boolean mayNotify(int pid) {
    return switch (notifyAccess()) {
      case "main" -> pid == service.mainPid;
      case "exec" -> pid == service.mainPid || pid == service.controlPid;
      case "all" -> true;
      default -> false;
    };
  }

  /** service_notify_message(). */
  void notified(int pid, Map<String, String> message) {
    if (service.settings.type() == ServiceSettings.Type.DBUS
        && service.state == ServiceState.START
        && service.settings.busName().equals(message.get("BUSNAME"))) {
      enter().startPost();
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
      watchdogElapsed();
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

  private void toldStopping() {
    service.notifyState = Service.NotifyState.STOPPING;
    switch (service.state) {
      case RUNNING, RELOAD_SIGNAL, RELOAD_NOTIFY -> enter().stopByNotify();
      default -> {}
    }
  }

  private void toldReady(boolean reloadedToo) {
    service.notifyState = Service.NotifyState.READY;
    if (reloadedToo && service.state == ServiceState.RELOAD_SIGNAL) {
      enter().running(ServiceResult.SUCCESS);
    }
    if (service.settings.notifies() && service.state == ServiceState.START) {
      enter().startPost();
    }
    if (service.state == ServiceState.RELOAD_NOTIFY) {
      enter().running(ServiceResult.SUCCESS);
    }
  }

  private void toldReloading() {
    service.notifyState = Service.NotifyState.RELOADING;
    if (service.state == ServiceState.RELOAD_SIGNAL) {
      service.state(ServiceState.RELOAD_NOTIFY);
    }
    if (service.state == ServiceState.RUNNING) {
      enter().reloadByNotify();
    }
  }
}
