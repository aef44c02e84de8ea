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
  private boolean plugged;

  public DeviceMachine(RunningUnit owner) {
    this.owner = owner;
    this.plugged = exists();
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
    boolean now = exists();
    if (now != plugged) {
      ActiveState from = active();
      plugged = now;
      owner.processOne().notify(owner, from, active());
    }
  }

  @Override
  public ActiveState active() {
    return plugged ? ActiveState.ACTIVE : ActiveState.INACTIVE;
  }

  @Override
  public String sub() {
    return plugged ? "plugged" : "dead";
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
