package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.unit.UnitType;

/** A target or slice: active once started, dead once stopped (target.c, slice.c). */
public final class PlainMachine implements UnitMachine {
  private final RunningUnit owner;
  private final MachineState<State> state;

  /** TargetState and SliceState. */
  private enum State implements SubState {
    DEAD,
    ACTIVE;

    @Override
    public ActiveState active() {
      return this == DEAD ? ActiveState.INACTIVE : ActiveState.ACTIVE;
    }
  }

  public PlainMachine(RunningUnit owner) {
    this.owner = owner;
    this.state = new MachineState<>(owner, State.DEAD);
    if (owner.unit().isPerpetual()) {
      state.found(State.ACTIVE);
    }
  }

  @Override
  public MachineState<?> state() {
    return state;
  }

  @Override
  public String result() {
    return "-";
  }

  @Override
  public Answer start() {
    state.set(State.ACTIVE);
    return Answer.OK;
  }

  @Override
  public Answer stop() {
    state.set(State.DEAD);
    return Answer.OK;
  }

  /** A slice has all processes of the units in it. */
  @Override
  public Killed kill(String whom, int signal) {
    return owner.unit().type() == UnitType.SLICE
        ? owner.killGroup(whom, signal)
        : Killed.UNSUPPORTED;
  }
}
