package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.systemd.unit.Unit;

/** Makes the state machine for a unit of any type. */
public interface UnitMachines {
  UnitMachine of(RunningUnit unit);

  /** Whether a unit may be active without ever having been started. */
  boolean mayBeginActive(Unit unit);
}
