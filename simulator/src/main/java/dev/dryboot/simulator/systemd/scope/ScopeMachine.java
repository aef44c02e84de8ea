package dev.dryboot.simulator.systemd.scope;

import dev.dryboot.simulator.machine.Processes;
import dev.dryboot.simulator.systemd.core.Answer;
import dev.dryboot.simulator.systemd.core.EventLoop;
import dev.dryboot.simulator.systemd.core.MachineState;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.SubState;
import dev.dryboot.simulator.systemd.core.UnitMachine;
import dev.dryboot.simulator.systemd.core.UnitResult;
import dev.dryboot.simulator.systemd.core.UnitTimer;
import dev.dryboot.simulator.systemd.service.KillSettings;
import dev.dryboot.simulator.systemd.service.OomPolicy;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.unit.Settings;
import java.util.List;

/** A scope (scope.c): active as long as there is a process in its control group. */
public final class ScopeMachine implements UnitMachine {
  private static final String SECTION = "Scope";

  private final RunningUnit owner;
  private final MachineState<State> state;
  private final UnitTimer timer;

  /** ScopeState; START_CHOWN is of user managers only. */
  private enum State implements SubState {
    DEAD(ActiveState.INACTIVE),
    RUNNING(ActiveState.ACTIVE),
    STOP_SIGTERM(ActiveState.DEACTIVATING),
    STOP_SIGKILL(ActiveState.DEACTIVATING),
    FAILED(ActiveState.FAILED);

    private final ActiveState active;

    State(ActiveState active) {
      this.active = active;
    }

    @Override
    public ActiveState active() {
      return active;
    }
  }

  public ScopeMachine(RunningUnit owner) {
    this.owner = owner;
    this.timer = new UnitTimer(owner, this::elapsed);
    this.state = new MachineState<>(owner, State.DEAD, State.FAILED, this::entering);
    if (owner.unit().isPerpetual()) {
      state.found(State.RUNNING);
    }
  }

  private Processes processes() {
    return owner.processOne().machine().processes();
  }

  private List<Integer> pids() {
    return processes().in(owner.unit().controlGroup());
  }

  private Settings settings() {
    return owner.unit().settings();
  }

  @Override
  public MachineState<?> state() {
    return state;
  }

  private void entering(State to) {
    if (to == State.DEAD || to == State.FAILED) {
      timer.disarm();
    }
  }

  /** A scope begins with processes; one without any cannot be started. */
  @Override
  public Answer start() {
    state.succeed();
    if (pids().isEmpty()) {
      state.enterDead(UnitResult.RESOURCES);
      return Answer.FAILED;
    }
    processes()
        .whenEmptied(
            owner.unit().controlGroup(),
            () -> owner.processOne().post(EventLoop.Priority.CGROUP_EMPTY, this::emptied));
    state.set(State.RUNNING);
    timer.arm(runtime());
    return Answer.OK;
  }

  private long runtime() {
    long most = settings().microseconds(SECTION, "RuntimeMaxSec", Settings.INFINITY);
    long extra = settings().microseconds(SECTION, "RuntimeRandomizedExtraSec", 0);
    return most == Settings.INFINITY || extra == 0
        ? most
        : most + owner.processOne().machine().kernel().random().nextLong(extra);
  }

  @Override
  public Answer stop() {
    if (state.now() == State.RUNNING) {
      signal(State.STOP_SIGTERM, UnitResult.SUCCESS);
    }
    return Answer.OK;
  }

  /** scope_enter_signal(). */
  private void signal(State to, UnitResult with) {
    state.fail(with);
    KillSettings kill = KillSettings.read(settings(), SECTION);
    int signal = to == State.STOP_SIGKILL ? kill.finalKillSignal() : kill.killSignal();
    List<Integer> pids = kill.mode().equals("none") ? List.of() : pids();
    pids.forEach(pid -> processes().signal(pid, signal));
    if (!pids.isEmpty()) {
      state.set(to);
      long timeout =
          settings().microseconds(SECTION, "TimeoutStopSec", owner.unit().defaults().timeoutStop());
      timer.arm(timeout == 0 ? Settings.INFINITY : timeout);
    } else if (to == State.STOP_SIGTERM && kill.sendSigkill()) {
      signal(State.STOP_SIGKILL, UnitResult.SUCCESS);
    } else {
      state.enterDead(UnitResult.SUCCESS);
    }
  }

  /** scope_dispatch_timer(). */
  private void elapsed() {
    boolean kills = KillSettings.read(settings(), SECTION).sendSigkill();
    switch (state.now()) {
      case RUNNING -> signal(State.STOP_SIGTERM, UnitResult.TIMEOUT);
      case STOP_SIGTERM -> {
        if (kills) {
          signal(State.STOP_SIGKILL, UnitResult.TIMEOUT);
        } else {
          state.enterDead(UnitResult.TIMEOUT);
        }
      }
      case STOP_SIGKILL -> state.enterDead(UnitResult.TIMEOUT);
      case DEAD, FAILED -> {}
    }
  }

  /**
   * Memory runs out for one of its processes. With OOMPolicy=kill the kernel ends all of them at
   * once, and then the manager hears of it (scope_notify_cgroup_oom_event).
   */
  public void outOfMemory() {
    OomPolicy policy = OomPolicy.of(settings(), SECTION, owner.unit().defaults());
    if (policy == OomPolicy.KILL) {
      pids().forEach(pid -> processes().signal(pid, Processes.SIGKILL));
    }
    if (policy != OomPolicy.CONTINUE) {
      owner.processOne().post(EventLoop.Priority.CGROUP_OOM, this::heardOfMemory);
    }
  }

  private void heardOfMemory() {
    switch (state.now()) {
      case RUNNING -> signal(State.STOP_SIGTERM, UnitResult.OOM_KILL);
      case STOP_SIGTERM -> signal(State.STOP_SIGKILL, UnitResult.OOM_KILL);
      case STOP_SIGKILL -> state.fail(UnitResult.OOM_KILL);
      case DEAD, FAILED -> {}
    }
  }

  private void emptied() {
    if (!active().isInactiveOrFailed() && pids().isEmpty()) {
      state.enterDead(UnitResult.SUCCESS);
    }
  }

  @Override
  public Killed kill(String whom, int signal) {
    return owner.killGroup(whom, signal);
  }

  @Override
  public boolean mayBeCollected() {
    return pids().isEmpty();
  }
}
