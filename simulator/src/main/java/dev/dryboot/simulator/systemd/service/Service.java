package dev.dryboot.simulator.systemd.service;

import dev.dryboot.simulator.kernel.Ticket;
import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.machine.ProcessObserver;
import dev.dryboot.simulator.systemd.core.EventLoop;
import dev.dryboot.simulator.systemd.core.MachineState;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.UnitResult;
import dev.dryboot.simulator.systemd.core.UnitTimer;
import dev.dryboot.simulator.systemd.unit.Settings;
import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a service is at a moment: its state, its processes, how it fared. The fields are those of
 * systemd's struct Service; its ways from state to state are in {@link ServiceStarting}, {@link
 * ServiceReloading}, {@link ServiceStopping} and {@link ServiceRestarting}, what happens to it from
 * outside in {@link ServiceChildren}, {@link ServiceNotifications}, {@link ControlGroupEmpty} and
 * {@link ServiceTimeout}.
 */
final class Service implements ProcessObserver {
  /** What the service has last told about itself. */
  enum NotifyState {
    UNKNOWN,
    READY,
    RELOADING,
    STOPPING
  }

  final RunningUnit owner;
  final ServiceOptions options;
  final ServiceProcesses processes;
  final ServiceStarting starting;
  final ServiceReloading reloading;
  final ServiceStopping stopping;
  final ServiceRestarting restarting;
  final ServiceChildren children;
  final ServiceNotifications notifications;
  ServiceSettings settings;
  Environment environment;

  final MachineState<ServiceState> state;
  UnitResult reloadResult = UnitResult.SUCCESS;
  int mainPid;
  int controlPid;
  boolean mainPidKnown;
  @Nullable ProcessEnd mainEnd;

  /** The commands still to run after the present one. */
  List<ExecCommand> mainCommands = List.of();

  List<ExecCommand> controlCommands = List.of();
  @Nullable ExecPhase controlPhase;
  boolean forbidRestart;
  boolean willAutoRestart;
  boolean flushRestarts;
  int restarts;
  boolean awaitsPidFile;
  NotifyState notifyState = NotifyState.UNKNOWN;
  long reloadBegin;
  boolean busNameGood;

  /** How many file descriptors it has with the manager (FDSTORE=1). */
  long storedDescriptors;

  /** What it has said by WATCHDOG_USEC=; -1 where it has said nothing. */
  private long watchdogOverride = -1;

  final UnitTimer timer;
  @Nullable Ticket watchdog;

  Service(
      RunningUnit owner,
      ServiceOptions options,
      ServiceSettings settings,
      Environment environment) {
    this.owner = owner;
    this.options = options;
    this.settings = settings;
    this.environment = environment;
    this.timer = new UnitTimer(owner, new ServiceTimeout(this)::elapsed);
    this.state =
        new MachineState<>(
            owner,
            ServiceState.DEAD,
            ServiceState.FAILED,
            this::entering,
            now -> now.active(this.settings.isIdle()));
    this.processes = new ServiceProcesses(this);
    this.starting = new ServiceStarting(this);
    this.reloading = new ServiceReloading(this);
    this.stopping = new ServiceStopping(this);
    this.restarting = new ServiceRestarting(this);
    this.children = new ServiceChildren(this);
    this.notifications = new ServiceNotifications(this);
  }

  ProcessOne processOne() {
    return owner.processOne();
  }

  Unit unit() {
    return owner.unit();
  }

  /** service_set_state(). */
  private void entering(ServiceState to) {
    awaitsPidFile = false;
    if (!to.hasTimer()) {
      timer.disarm();
    }
    if (!to.hasMainProcess()) {
      mainPid = 0;
      mainCommands = List.of();
    }
    if (!to.hasControlProcess()) {
      controlPid = 0;
      controlCommands = List.of();
      controlPhase = null;
    }
    if (!to.watched()) {
      stopWatchdog();
    }
  }

  /** Sets the one timer of the service; {@link Settings#INFINITY} means none. */
  void arm(long microseconds) {
    timer.arm(microseconds);
  }

  void resetWatchdog() {
    stopWatchdog();
    long limit = watchdogOverride >= 0 ? watchdogOverride : settings.watchdog();
    if (limit > 0 && limit != Settings.INFINITY) {
      watchdog = processOne().afterOthers(limit, this::watchdogElapsed);
    }
  }

  /** Another WatchdogSec= until the next start; -1 for the one of the unit. */
  void overrideWatchdog(long microseconds) {
    watchdogOverride = microseconds;
    if (microseconds >= 0) {
      resetWatchdog();
    }
  }

  /** service_bus_name_owner_change(). */
  void busNameChanged(Optional<Integer> owner) {
    busNameGood = owner.isPresent();
    if (settings.type() == ServiceSettings.Type.DBUS) {
      if (state.now() == ServiceState.RUNNING) {
        starting.running(UnitResult.SUCCESS);
      } else if (state.now() == ServiceState.START && owner.isPresent()) {
        starting.startPost();
      }
    } else if (owner.isPresent() && mainPid <= 0 && state.now().watched()) {
      processes.mainPid(owner.get());
    }
  }

  /** Dead; where file descriptors stay stored, that is a state of its own (257). */
  ServiceState dead() {
    return settings.keepsDescriptors() && storedDescriptors > 0
        ? ServiceState.DEAD_RESOURCES_PINNED
        : ServiceState.DEAD;
  }

  void watchdogElapsed() {
    if (state.now().watched()) {
      stopping.signal(ServiceState.STOP_WATCHDOG, UnitResult.WATCHDOG);
    }
  }

  private void stopWatchdog() {
    if (watchdog != null) {
      watchdog.cancel();
      watchdog = null;
    }
  }

  @Override
  public void ended(int pid, ProcessEnd end) {
    processOne().publish(new dev.dryboot.simulator.machine.Fact.ProcessEnded(pid, owner.id(), end));
    processOne().postChildEnded(pid, () -> children.ended(pid, end));
  }

  @Override
  public void notified(int pid, Map<String, String> message) {
    processOne().post(EventLoop.Priority.NOTIFY, () -> notifications.notified(pid, message));
  }

  @Override
  public void outOfMemory(String controlGroup) {
    OutOfMemory outOfMemory = new OutOfMemory(this);
    outOfMemory.killGroup();
    processOne().post(EventLoop.Priority.CGROUP_OOM, outOfMemory::heard);
  }

  @Override
  public void emptied(String controlGroup) {
    processOne().post(EventLoop.Priority.CGROUP_EMPTY, new ControlGroupEmpty(this)::emptied);
  }
}
