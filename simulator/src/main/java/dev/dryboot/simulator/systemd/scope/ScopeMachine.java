package dev.dryboot.simulator.systemd.scope;

import dev.dryboot.simulator.kernel.Ticket;
import dev.dryboot.simulator.machine.Processes;
import dev.dryboot.simulator.systemd.core.Answer;
import dev.dryboot.simulator.systemd.core.EventLoop;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.UnitMachine;
import dev.dryboot.simulator.systemd.service.KillSettings;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.unit.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scope (scope.c): active as long as there is a process in its control group. */
public final class ScopeMachine implements UnitMachine {
  private static final String SECTION = "Scope";

  private final RunningUnit owner;
  private State state = State.DEAD;
  private String result = "success";
  private @Nullable Ticket timer;

  /** ScopeState; START_CHOWN is of user managers only. */
  private enum State {
    DEAD("dead", ActiveState.INACTIVE),
    RUNNING("running", ActiveState.ACTIVE),
    STOP_SIGTERM("stop-sigterm", ActiveState.DEACTIVATING),
    STOP_SIGKILL("stop-sigkill", ActiveState.DEACTIVATING),
    FAILED("failed", ActiveState.FAILED);

    final String word;
    final ActiveState active;

    State(String word, ActiveState active) {
      this.word = word;
      this.active = active;
    }
  }

  public ScopeMachine(RunningUnit owner) {
    this.owner = owner;
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
  public ActiveState active() {
    return state.active;
  }

  @Override
  public String sub() {
    return state.word;
  }

  @Override
  public String result() {
    return result;
  }

  /** A scope begins with processes; one without any cannot be started. */
  @Override
  public Answer start() {
    if (pids().isEmpty()) {
      result = "resources";
      state(State.FAILED);
      return Answer.FAILED;
    }
    result = "success";
    processes()
        .whenEmptied(
            owner.unit().controlGroup(),
            () -> owner.processOne().post(EventLoop.Priority.CGROUP_EMPTY, this::emptied));
    state(State.RUNNING);
    arm(settings().microseconds(SECTION, "RuntimeMaxSec", Settings.INFINITY), this::runtimeOver);
    return Answer.OK;
  }

  @Override
  public Answer stop() {
    if (state == State.RUNNING) {
      signal(State.STOP_SIGTERM, "success");
    }
    return Answer.OK;
  }

  private void runtimeOver() {
    if (state == State.RUNNING) {
      signal(State.STOP_SIGTERM, "timeout");
    }
  }

  /** scope_enter_signal(). */
  private void signal(State to, String with) {
    if (result.equals("success")) {
      result = with;
    }
    KillSettings kill = KillSettings.read(settings(), SECTION);
    int signal = to == State.STOP_SIGKILL ? kill.finalKillSignal() : kill.killSignal();
    List<Integer> pids = kill.mode().equals("none") ? List.of() : pids();
    pids.forEach(pid -> processes().signal(pid, signal));
    if (pids.isEmpty()) {
      if (to == State.STOP_SIGTERM && kill.sendSigkill() && !kill.mode().equals("none")) {
        signal(State.STOP_SIGKILL, "success");
      } else {
        dead();
      }
      return;
    }
    state(to);
    long timeout =
        settings().microseconds(SECTION, "TimeoutStopSec", owner.unit().defaults().timeoutStop());
    arm(timeout == 0 ? Settings.INFINITY : timeout, () -> stopTimeout(kill));
  }

  private void stopTimeout(KillSettings kill) {
    if (state == State.STOP_SIGTERM && kill.sendSigkill()) {
      signal(State.STOP_SIGKILL, "timeout");
    } else {
      if (result.equals("success")) {
        result = "timeout";
      }
      dead();
    }
  }

  private void emptied() {
    if (state.active != ActiveState.INACTIVE
        && state.active != ActiveState.FAILED
        && pids().isEmpty()) {
      dead();
    }
  }

  private void dead() {
    state(result.equals("success") ? State.DEAD : State.FAILED);
  }

  private void state(State to) {
    ActiveState from = active();
    state = to;
    if (to == State.DEAD || to == State.FAILED) {
      disarm();
    }
    owner.processOne().notify(owner, from, active());
  }

  private void arm(long microseconds, Runnable elapsed) {
    disarm();
    if (microseconds != Settings.INFINITY) {
      timer = owner.processOne().after(microseconds, elapsed);
    }
  }

  private void disarm() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  @Override
  public Killed kill(String whom, int signal) {
    List<Integer> pids = whom.equals("all") ? pids() : List.of();
    pids.forEach(pid -> processes().signal(pid, signal));
    return pids.isEmpty() ? Killed.NOBODY : Killed.SIGNALLED;
  }

  @Override
  public boolean mayBeCollected() {
    return pids().isEmpty();
  }

  @Override
  public void resetFailed() {
    if (state == State.FAILED) {
      state(State.DEAD);
    }
    result = "success";
  }
}
