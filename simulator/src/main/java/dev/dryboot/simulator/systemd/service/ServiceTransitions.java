package dev.dryboot.simulator.systemd.service;

import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.service.ServiceProcesses.KillOperation;
import dev.dryboot.simulator.systemd.transaction.JobMode;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.unit.Settings;
import java.util.List;

/** How a service goes from one state to the next (service.c: service_enter_…). */
final class ServiceTransitions {
  private final Service service;

  ServiceTransitions(Service service) {
    this.service = service;
  }

  private ServiceSettings settings() {
    return service.settings;
  }

  private ServiceProcesses processes() {
    return service.processes;
  }

  /** Starts the first command of a phase as control process; false where that failed. */
  private boolean control(ExecPhase phase, long timeout) {
    List<ExecCommand> commands = settings().of(phase);
    service.controlPhase = phase;
    service.controlCommands = commands;
    service.controlPid = processes().spawn(commands.getFirst(), phase, timeout);
    return service.controlPid > 0;
  }

  private void forgetControl() {
    service.controlPid = 0;
  }

  void condition() {
    forgetControl();
    if (!settings().has(ExecPhase.CONDITION)) {
      startPre();
    } else if (!adverseToLeftovers() && control(ExecPhase.CONDITION, settings().timeoutStart())) {
      service.state(ServiceState.CONDITION);
    } else {
      dead(ServiceResult.RESOURCES, true);
    }
  }

  void startPre() {
    forgetControl();
    if (!settings().has(ExecPhase.START_PRE)) {
      start();
    } else if (!adverseToLeftovers() && control(ExecPhase.START_PRE, settings().timeoutStart())) {
      service.state(ServiceState.START_PRE);
    } else {
      dead(ServiceResult.RESOURCES, true);
    }
  }

  void start() {
    forgetControl();
    service.mainPid = 0;
    if (adverseToLeftovers()) {
      signal(ServiceState.STOP_SIGTERM, ServiceResult.RESOURCES);
      return;
    }
    List<ExecCommand> commands = settings().of(ExecPhase.START);
    if (commands.isEmpty()) {
      service.state(ServiceState.START);
      startPost();
      return;
    }
    boolean forking = settings().type() == ServiceSettings.Type.FORKING;
    boolean simple = settings().type() == ServiceSettings.Type.SIMPLE || settings().isIdle();
    int pid =
        processes()
            .spawn(
                commands.getFirst(),
                ExecPhase.START,
                simple ? Settings.INFINITY : settings().timeoutStart());
    if (pid == 0) {
      signal(ServiceState.STOP_SIGTERM, ServiceResult.RESOURCES);
      return;
    }
    if (forking) {
      service.controlPhase = ExecPhase.START;
      service.controlCommands = commands;
      service.controlPid = pid;
      service.state(ServiceState.START);
      return;
    }
    service.mainCommands = commands;
    processes().mainPid(pid);
    if (simple) {
      startPost();
    } else {
      service.state(ServiceState.START);
    }
  }

  /** With SendSIGKILL=no, processes left over keep a service from starting (257 and 252). */
  private boolean adverseToLeftovers() {
    KillSettings kill = settings().kill();
    boolean whole = kill.mode().equals("control-group") || kill.mode().equals("mixed");
    return whole && !kill.sendSigkill() && !processes().groupIsEmpty();
  }

  void startPost() {
    forgetControl();
    service.resetWatchdog();
    if (!settings().has(ExecPhase.START_POST)) {
      running(ServiceResult.SUCCESS);
    } else if (control(ExecPhase.START_POST, settings().timeoutStart())) {
      service.state(ServiceState.START_POST);
    } else {
      stop(ServiceResult.RESOURCES);
    }
  }

  private boolean good() {
    int main = processes().mainGood();
    if (main > 0) {
      return true;
    }
    if (main == 0 && !settings().exitTypeGroup()) {
      return false;
    }
    return !processes().groupIsEmpty();
  }

  void running(ServiceResult result) {
    service.fail(result);
    forgetControl();
    if (service.result != ServiceResult.SUCCESS) {
      signal(ServiceState.STOP_SIGTERM, result);
    } else if (good()) {
      if (service.notifyState == Service.NotifyState.RELOADING) {
        reloadByNotify();
      } else if (service.notifyState == Service.NotifyState.STOPPING) {
        stopByNotify();
      } else {
        service.disarm();
        service.state(ServiceState.RUNNING);
        if (service.state == ServiceState.RUNNING) {
          service.arm(remainingRuntime());
        }
      }
    } else if (settings().remainAfterExit()) {
      service.state(ServiceState.EXITED);
    } else {
      stop(ServiceResult.SUCCESS);
    }
  }

  private long remainingRuntime() {
    if (settings().runtimeMax() == Settings.INFINITY) {
      return Settings.INFINITY;
    }
    long extra =
        settings().runtimeRandomizedExtra() > 0
            ? service
                .processOne()
                .machine()
                .kernel()
                .random()
                .nextLong(settings().runtimeRandomizedExtra())
            : 0;
    long since = service.processOne().now() - service.owner.activeEnter();
    return Math.max(0, settings().runtimeMax() + extra - since);
  }

  void stop(ServiceResult result) {
    service.fail(result);
    forgetControl();
    if (!settings().has(ExecPhase.STOP)) {
      signal(ServiceState.STOP_SIGTERM, ServiceResult.SUCCESS);
    } else if (control(ExecPhase.STOP, settings().timeoutStop())) {
      service.state(ServiceState.STOP);
    } else {
      signal(ServiceState.STOP_SIGTERM, ServiceResult.RESOURCES);
    }
  }

  void stopByNotify() {
    service.arm(settings().timeoutStop());
    service.state(ServiceState.STOP_SIGTERM);
  }

  void stopPost(ServiceResult result) {
    service.fail(result);
    forgetControl();
    if (!settings().has(ExecPhase.STOP_POST)) {
      signal(ServiceState.FINAL_SIGTERM, ServiceResult.SUCCESS);
    } else if (control(ExecPhase.STOP_POST, settings().timeoutStop())) {
      service.state(ServiceState.STOP_POST);
    } else {
      signal(ServiceState.FINAL_SIGTERM, ServiceResult.RESOURCES);
    }
  }

  /** Kills what there is and waits for it, or goes on to what follows (service_enter_signal). */
  void signal(ServiceState to, ServiceResult result) {
    service.fail(result);
    KillOperation operation = operation(to);
    boolean sendSigkill = settings().kill().sendSigkill();
    if (processes().kill(operation)) {
      service.arm(
          operation == KillOperation.WATCHDOG
              ? settings().timeoutAbort()
              : settings().timeoutStop());
      service.state(to);
    } else if ((to == ServiceState.STOP_WATCHDOG || to == ServiceState.STOP_SIGTERM)
        && sendSigkill) {
      signal(ServiceState.STOP_SIGKILL, ServiceResult.SUCCESS);
    } else if (to == ServiceState.STOP_WATCHDOG
        || to == ServiceState.STOP_SIGTERM
        || to == ServiceState.STOP_SIGKILL) {
      stopPost(ServiceResult.SUCCESS);
    } else if ((to == ServiceState.FINAL_WATCHDOG || to == ServiceState.FINAL_SIGTERM)
        && sendSigkill) {
      signal(ServiceState.FINAL_SIGKILL, ServiceResult.SUCCESS);
    } else {
      dead(ServiceResult.SUCCESS, true);
    }
  }

  private KillOperation operation(ServiceState to) {
    return switch (to) {
      case STOP_WATCHDOG, FINAL_WATCHDOG -> KillOperation.WATCHDOG;
      case STOP_SIGTERM, FINAL_SIGTERM ->
          service.owner.job() != null && service.owner.job().type() == JobType.RESTART
              ? KillOperation.RESTART
              : KillOperation.TERMINATE;
      default -> KillOperation.KILL;
    };
  }

  /** Nothing of the service is left: dead, failed, or about to start again. */
  void dead(ServiceResult result, boolean allowRestart) {
    service.fail(result);
    boolean failed =
        service.result != ServiceResult.SUCCESS && service.result != ServiceResult.SKIP_CONDITION;
    ServiceState end = failed ? ServiceState.FAILED : ServiceState.DEAD;
    boolean restart =
        allowRestart && !service.owner.stopPending() && RestartDecision.shallRestart(service);
    if (service.options.version().actsOnEachFailure()) {
      deadOrRestarting(end, restart);
    } else {
      deadThenRestarting(end, restart);
    }
    service.forbidRestart = false;
    settings().directories().end(service.processOne().machine().files(), restart);
    settings().pidFile().ifPresent(path -> service.processOne().machine().files().remove(path));
  }

  /** 257: two states of their own lead to the restart. */
  private void deadOrRestarting(ServiceState end, boolean restart) {
    if (!restart) {
      service.state(end);
      return;
    }
    if (!settings().restartDirect()) {
      service.state(
          end == ServiceState.FAILED
              ? ServiceState.FAILED_BEFORE_AUTO_RESTART
              : ServiceState.DEAD_BEFORE_AUTO_RESTART);
    }
    service.arm(RestartDecision.delay(service));
    service.state(ServiceState.AUTO_RESTART);
  }

  /** 252: dead or failed first, and then the restart. */
  private void deadThenRestarting(ServiceState end, boolean restart) {
    service.willAutoRestart = restart;
    service.state(end);
    if (service.willAutoRestart) {
      service.willAutoRestart = false;
      service.arm(settings().restartDelay());
      service.state(ServiceState.AUTO_RESTART);
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
        asStart && !settings().restartDirect() ? JobMode.RESTART_DEPENDENCIES : JobMode.REPLACE;
    ProcessOne.Added added =
        processOne.addJob(asStart ? JobType.START : JobType.RESTART, service.unit(), mode, asStart);
    if (added.refusal().isPresent()) {
      dead(ServiceResult.RESOURCES, false);
      return;
    }
    service.restarts++;
    service.flushRestarts = false;
    if (asStart) {
      service.state(ServiceState.AUTO_RESTART_QUEUED);
    }
  }

  void reloadByNotify() {
    service.arm(settings().timeoutStart());
    service.state(ServiceState.RELOAD_NOTIFY);
    service.processOne().propagateReload(service.unit());
  }

  void reload() {
    forgetControl();
    service.reloadResult = ServiceResult.SUCCESS;
    service.reloadBegin = service.processOne().now();
    boolean killed = false;
    if (settings().type() == ServiceSettings.Type.NOTIFY_RELOAD && service.mainPid > 0) {
      killed =
          service
              .processOne()
              .machine()
              .processes()
              .signal(service.mainPid, settings().reloadSignal());
    }
    if (settings().has(ExecPhase.RELOAD)) {
      if (control(ExecPhase.RELOAD, settings().timeoutStart())) {
        service.state(ServiceState.RELOAD);
      } else {
        service.reloadResult = ServiceResult.RESOURCES;
        running(ServiceResult.SUCCESS);
      }
    } else if (killed) {
      service.arm(settings().timeoutStart());
      service.state(ServiceState.RELOAD_SIGNAL);
    } else {
      running(ServiceResult.SUCCESS);
    }
  }
}
