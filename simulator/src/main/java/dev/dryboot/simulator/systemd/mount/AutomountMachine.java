package dev.dryboot.simulator.systemd.mount;

import dev.dryboot.simulator.systemd.core.Answer;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.UnitMachine;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.transaction.JobMode;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.unit.Dependency;
import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.ArrayList;
import java.util.List;

/** An automount (automount.c): waits for the first access, and then starts its mount. */
public final class AutomountMachine implements UnitMachine {
  private final RunningUnit owner;
  private final String where;
  private String state = "dead";
  private String result = "success";
  private final List<Runnable> held = new ArrayList<>();
  private final IdleMount idle;

  /**
   * @param all where accesses are asked for
   */
  public AutomountMachine(RunningUnit owner, WaitingAutomounts all) {
    this.owner = owner;
    this.where = owner.unit().name().path();
    this.idle = new IdleMount(owner, where, this::expired);
    all.add(this);
  }

  @Override
  public ActiveState active() {
    return active(state);
  }

  private static ActiveState active(String state) {
    return switch (state) {
      case "dead" -> ActiveState.INACTIVE;
      case "failed" -> ActiveState.FAILED;
      default -> ActiveState.ACTIVE;
    };
  }

  @Override
  public String sub() {
    return state;
  }

  @Override
  public String result() {
    return result;
  }

  private void state(String to) {
    ActiveState from = active();
    state = to;
    owner.processOne().notify(owner, from, active(to));
    if (!to.equals("running")) {
      idle.end();
      answer();
    }
  }

  @Override
  public Answer mayStart() {
    if (owner.withinStartLimit()) {
      return Answer.OK;
    }
    result = "start-limit-hit";
    state("failed");
    return Answer.FAILED;
  }

  @Override
  public Answer start() {
    if (isMounted()) {
      return Answer.FAILED;
    }
    result = "success";
    state("waiting");
    return Answer.OK;
  }

  @Override
  public Answer stop() {
    state("dead");
    return Answer.OK;
  }

  /** Whether who looks at a path below it has to wait: it is up, and nothing is mounted there. */
  boolean holdsAccesses() {
    return (state.equals("waiting") || state.equals("running")) && !isMounted();
  }

  private boolean isMounted() {
    return owner.processOne().machine().files().isMountPoint(where);
  }

  String where() {
    return where;
  }

  /** Whether {@code path} is its place, or below it. */
  boolean isAbove(String path) {
    return (path + "/").startsWith(where + "/");
  }

  /**
   * Somebody looks at a path below it.
   *
   * @param go called when the mount is there, or could not be made
   */
  void access(Runnable go) {
    owner.processOne().post(() -> accessed(go));
  }

  /** automount_enter_running(). */
  private void accessed(Runnable go) {
    if (!holdsAccesses() || owner.stopPending()) {
      go.run();
      return;
    }
    held.add(go);
    for (Unit mount : owner.unit().of(Dependency.TRIGGERS)) {
      if (owner.processOne().addJob(JobType.START, mount, JobMode.REPLACE).refusal().isPresent()) {
        result = "resources";
        state("failed");
        return;
      }
    }
    state("running");
  }

  /** Answers those who wait (automount_send_ready). */
  private void answer() {
    List<Runnable> waiting = List.copyOf(held);
    held.clear();
    waiting.forEach(Runnable::run);
  }

  IdleMount idle() {
    return idle;
  }

  /** Nobody has used the mount for long; the next one who looks has it mounted again. */
  private void expired() {
    for (Unit mount : owner.unit().of(Dependency.TRIGGERS)) {
      owner.processOne().addJob(JobType.STOP, mount, JobMode.REPLACE);
    }
  }

  @Override
  public void triggerChanged(RunningUnit mount) {
    if (!state.equals("waiting") && !state.equals("running")) {
      return;
    }
    if (mount.startLimitHit()) {
      result = "mount-start-limit-hit";
      state("failed");
    } else if (mount.job() == null) {
      boolean up = mount.active() == ActiveState.ACTIVE;
      if (up) {
        answer();
        idle.begin();
      }
      if (up && state.equals("waiting")) {
        state("running");
      } else if (mount.active().isInactiveOrFailed() && state.equals("running")) {
        state("waiting");
      }
    }
  }

  @Override
  public void resetFailed() {
    if (state.equals("failed")) {
      state("dead");
    }
    result = "success";
  }
}
