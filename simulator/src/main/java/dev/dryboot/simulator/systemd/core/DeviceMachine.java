package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.systemd.transaction.ActiveState;

/**
 * A device: there (plugged) or not. It is there when its node exists; it cannot be started, only
 * waited for (device.c).
 */
public final class DeviceMachine implements UnitMachine {
  private final RunningUnit owner;
  private final MachineState<State> state;

  /** DeviceState; TENTATIVE is of devices that only a mount or swap knows of. */
  private enum State implements SubState {
    DEAD,
    PLUGGED;

    @Override
    public ActiveState active() {
      return this == DEAD ? ActiveState.INACTIVE : ActiveState.ACTIVE;
    }
  }

  public DeviceMachine(RunningUnit owner) {
    this.owner = owner;
    this.state = new MachineState<>(owner, State.DEAD);
    state.found(present());
  }

  private State present() {
    return exists() ? State.PLUGGED : State.DEAD;
  }

  private boolean exists() {
    VirtualFileSystem files = owner.processOne().machine().files();
    String path = owner.unit().name().path();
    return files.getNoFollow(path).isPresent()
        || owner
            .processOne()
            .machine()
            .port(BlockDevices.class)
            .filter(d -> d.exists(path))
            .isPresent();
  }

  /** Looks again whether the node exists. */
  public void look() {
    if (present() != state.now()) {
      state.set(present());
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
  public boolean startable() {
    return false;
  }

  @Override
  public boolean stoppable() {
    return false;
  }

  @Override
  public Answer start() {
    return Answer.NOT_APPLICABLE;
  }

  @Override
  public Answer stop() {
    return Answer.NOT_APPLICABLE;
  }
}
