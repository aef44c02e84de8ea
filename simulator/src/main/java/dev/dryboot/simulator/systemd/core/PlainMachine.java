package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.unit.UnitType;
import java.util.List;

/** Targets, slices and {@code init.scope}: active once started, inactive once stopped. */
public final class PlainMachine implements UnitMachine {
  private final RunningUnit owner;
  private boolean active;

  public PlainMachine(RunningUnit owner) {
    this.owner = owner;
    this.active = owner.unit().isPerpetual();
  }

  @Override
  public ActiveState active() {
    return active ? ActiveState.ACTIVE : ActiveState.INACTIVE;
  }

  @Override
  public String sub() {
    if (!active) {
      return "dead";
    }
    return switch (owner.unit().type()) {
      case SCOPE -> "running";
      default -> "active";
    };
  }

  @Override
  public Answer start() {
    change(true);
    return Answer.OK;
  }

  @Override
  public Answer stop() {
    change(false);
    return Answer.OK;
  }

  /** A slice has all processes of the units in it. */
  @Override
  public Killed kill(String whom, int signal) {
    if (owner.unit().type() != UnitType.SLICE) {
      return Killed.UNSUPPORTED;
    }
    var processes = owner.processOne().machine().processes();
    List<Integer> pids = whom.equals("all") ? processes.in(owner.unit().controlGroup()) : List.of();
    pids.forEach(pid -> processes.signal(pid, signal));
    return pids.isEmpty() ? Killed.NOBODY : Killed.SIGNALLED;
  }

  private void change(boolean to) {
    ActiveState from = active();
    active = to;
    owner.processOne().notify(owner, from, active());
  }
}
