package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.unit.Dependency;
import dev.dryboot.simulator.systemd.unit.Dependency.Atom;
import dev.dryboot.simulator.systemd.unit.Unit;

/** Starting, stopping and reloading any unit (unit.c: unit_start, unit_stop, unit_reload). */
final class Activation {
  private Activation() {}

  static Answer start(RunningUnit unit) {
    ActiveState state = unit.active();
    if (state.isActiveOrReloading()) {
      return Answer.ALREADY;
    }
    if (state == ActiveState.MAINTENANCE) {
      return Answer.AGAIN;
    }
    if (!unit.unit().isLoaded()) {
      return Answer.FAILED;
    }
    if (state != ActiveState.ACTIVATING) {
      Conditions conditions = unit.processOne().conditions();
      if (!conditions.met(unit)) {
        return Answer.CONDITION_UNMET;
      }
      if (!conditions.assertsHold(unit)) {
        return Answer.ASSERT_FAILED;
      }
    }
    if (!boundToActive(unit)) {
      return Answer.DEPENDENCY_INACTIVE;
    }
    Answer may = unit.machine().mayStart();
    if (may != Answer.OK) {
      return may;
    }
    return unit.machine().startable() ? unit.machine().start() : Answer.NOT_APPLICABLE;
  }

  /** BindsTo= together with After= needs the other to be active (unit_verify_deps). */
  private static boolean boundToActive(RunningUnit unit) {
    for (Unit other : unit.unit().with(Atom.CANNOT_BE_ACTIVE_WITHOUT)) {
      if (unit.unit().has(Dependency.AFTER, other)
          && !unit.processOne().running(other).active().isActiveOrReloading()) {
        return false;
      }
    }
    return true;
  }

  static Answer stop(RunningUnit unit) {
    if (unit.active().isInactiveOrFailed()) {
      return Answer.ALREADY;
    }
    return unit.machine().stoppable() ? unit.machine().stop() : Answer.NOT_APPLICABLE;
  }

  static Answer reload(RunningUnit unit) {
    if (!unit.unit().isLoaded()) {
      return Answer.FAILED;
    }
    if (!unit.machine().canReload()) {
      return Answer.NOT_APPLICABLE;
    }
    ActiveState state = unit.active();
    if (state == ActiveState.RELOADING) {
      return Answer.AGAIN;
    }
    if (state != ActiveState.ACTIVE) {
      return Answer.INVALID;
    }
    return unit.machine().reload();
  }
}
