package dev.dryboot.simulator.systemd.mount;

import dev.dryboot.simulator.systemd.core.Answer;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.UnitMachine;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.transaction.JobMode;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.unit.Dependency;
import dev.dryboot.simulator.systemd.unit.Unit;

/** An automount (automount.c): waits for the first access, and then starts its mount. */
public final class AutomountMachine implements UnitMachine {
  private final RunningUnit owner;
  private String state = "dead";
  private String result = "success";

  public AutomountMachine(RunningUnit owner) {
    this.owner = owner;
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
    if (owner.processOne().machine().files().isMountPoint(owner.unit().name().path())) {
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

  /** Somebody looks at a path below it. */
  public void accessed() {
    if (!state.equals("waiting") || owner.stopPending()) {
      return;
    }
    for (Unit mount : owner.unit().of(Dependency.TRIGGERS)) {
      if (owner.processOne().addJob(JobType.START, mount, JobMode.REPLACE).refusal().isPresent()) {
        result = "resources";
        state("failed");
        return;
      }
    }
    state("running");
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
