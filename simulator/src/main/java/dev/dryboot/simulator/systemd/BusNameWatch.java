package dev.dryboot.simulator.systemd;

import dev.dryboot.simulator.machine.BusNames;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.service.ServiceMachine;
import dev.dryboot.simulator.systemd.unit.Unit;
import dev.dryboot.simulator.systemd.unit.UnitType;
import java.util.Optional;

/**
 * Tells services when the name in their BusName= changes hands (dbus.c: signal_name_owner_changed).
 */
final class BusNameWatch {
  private final ProcessOne processOne;

  private BusNameWatch(ProcessOne processOne) {
    this.processOne = processOne;
  }

  /** Begins to watch, and offers the names to those who take them. */
  static void begin(ProcessOne processOne) {
    var names = new BusNames();
    var watch = new BusNameWatch(processOne);
    names.follow((name, owner) -> processOne.post(() -> watch.changed(name, owner)));
    processOne.machine().offer(BusNames.class, names);
  }

  private void changed(String name, Optional<Integer> owner) {
    for (Unit unit : processOne.units()) {
      if (unit.type() != UnitType.SERVICE
          || unit.settings().text("Service", "BusName", "").isEmpty()) {
        continue;
      }
      RunningUnit running = processOne.running(unit);
      if (running.machine() instanceof ServiceMachine service) {
        service.busNameChanged(name, owner);
      }
    }
  }
}
