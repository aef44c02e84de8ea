package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/** Finds the units that nothing holds any more (unit.c: unit_may_gc, unit_gc_sweep). */
final class Collector {
  private Collector() {}

  /** Whether a unit, and all that refer to it, could be unloaded. */
  static boolean mayGo(RunningUnit unit) {
    if (!idle(unit)) {
      return false;
    }
    Set<Unit> seen = new HashSet<>();
    ArrayDeque<Unit> pending = new ArrayDeque<>();
    seen.add(unit.unit());
    pending.add(unit.unit());
    while (!pending.isEmpty()) {
      for (Unit other : pending.poll().referencedBy()) {
        if (seen.add(other)) {
          if (!idle(unit.processOne().running(other))) {
            return false;
          }
          pending.add(other);
        }
      }
    }
    return true;
  }

  private static boolean idle(RunningUnit unit) {
    if (unit.job() != null
        || unit.nopJob() != null
        || unit.processOne().runningUnits().isPinned(unit)) {
      return false;
    }
    ActiveState state = unit.active();
    boolean down =
        state == ActiveState.INACTIVE
            || state == ActiveState.FAILED && unit.unit().traits().collectFailed();
    return down && unit.mayBeCollected();
  }
}
