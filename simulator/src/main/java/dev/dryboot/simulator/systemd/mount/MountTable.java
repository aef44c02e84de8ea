package dev.dryboot.simulator.systemd.mount;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.systemd.core.EventLoop;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.unit.Unit;
import dev.dryboot.simulator.systemd.unit.UnitName;
import dev.dryboot.simulator.systemd.unit.UnitType;

/**
 * What the kernel says is mounted (mount.c: mount_dispatch_io): mount units follow it, whoever has
 * mounted or unmounted something, and what no unit is known of becomes one.
 */
public final class MountTable {
  private final ProcessOne processOne;
  private boolean planned;

  public MountTable(ProcessOne processOne) {
    this.processOne = processOne;
  }

  /** Hears of mounts as they come and go. */
  public void listen() {
    processOne
        .machine()
        .listen(
            fact -> {
              if (fact instanceof Fact.Mounted || fact instanceof Fact.Unmounted) {
                changed();
              }
            });
  }

  private void changed() {
    if (!planned) {
      planned = true;
      processOne.post(EventLoop.Priority.MOUNT_TABLE, this::look);
    }
  }

  private void look() {
    planned = false;
    for (var mount : processOne.machine().files().mounts()) {
      processOne.load(UnitName.ofPath(mount.where(), UnitType.MOUNT));
    }
    for (Unit unit : processOne.units()) {
      if (unit.type() == UnitType.MOUNT
          && processOne.running(unit).machine() instanceof MountMachine mount) {
        mount.tableChanged();
      }
    }
  }
}
