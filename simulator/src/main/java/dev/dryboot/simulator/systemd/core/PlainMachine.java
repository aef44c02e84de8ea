package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.systemd.transaction.ActiveState;

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

  private void change(boolean to) {
    ActiveState from = active();
    active = to;
    owner.processOne().notify(owner, from, active());
  }
}
