package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.transaction.JobMode;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.unit.Dependency.Atom;
import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.ArrayDeque;

/**
 * What is done between events: unloading, and the three queues for Upholds=, BindsTo= and
 * StopWhenUnneeded= (manager.c: manager_dispatch_…_queue). Queues are last in, first out.
 */
final class DeferredQueues {
  private final ProcessOne processOne;
  private final ArrayDeque<RunningUnit> collect = new ArrayDeque<>();
  private final ArrayDeque<RunningUnit> upheld = new ArrayDeque<>();
  private final ArrayDeque<RunningUnit> bound = new ArrayDeque<>();
  private final ArrayDeque<RunningUnit> unneeded = new ArrayDeque<>();

  DeferredQueues(ProcessOne processOne) {
    this.processOne = processOne;
  }

  void dispatch() {
    boolean busy = true;
    while (busy) {
      busy = dispatchCollect() || dispatchUpheld() || dispatchBound() || dispatchUnneeded();
    }
  }

  void submitAll(RunningUnit unit) {
    submitToUpheld(unit);
    submitToBound(unit);
    submitToUnneeded(unit);
  }

  void submitToCollect(RunningUnit unit) {
    if (!unit.inCollectQueue) {
      unit.inCollectQueue = true;
      collect.push(unit);
      processOne.wake();
    }
  }

  private void submitToUpheld(RunningUnit unit) {
    if (!unit.inUpheldQueue
        && unit.unit().with(Atom.START_STEADILY).length > 0
        && unit.active().isInactiveOrFailed()) {
      unit.inUpheldQueue = true;
      upheld.push(unit);
      processOne.wake();
    }
  }

  private void submitToBound(RunningUnit unit) {
    if (!unit.inBoundQueue
        && unit.unit().with(Atom.CANNOT_BE_ACTIVE_WITHOUT).length > 0
        && unit.active().isActiveOrReloading()) {
      unit.inBoundQueue = true;
      bound.push(unit);
      processOne.wake();
    }
  }

  private void submitToUnneeded(RunningUnit unit) {
    if (!unit.inUnneededQueue
        && unit.unit().traits().stopWhenUnneeded()
        && unit.active().isActiveOrReloading()) {
      unit.inUnneededQueue = true;
      unneeded.push(unit);
      processOne.wake();
    }
  }

  void unitWentDown(RunningUnit unit) {
    for (Unit other : unit.unit().with(Atom.STOP_WHEN_UNNEEDED_QUEUE)) {
      submitToUnneeded(processOne.running(other));
    }
    for (Unit other : unit.unit().with(Atom.CANNOT_BE_ACTIVE_WITHOUT_QUEUE)) {
      submitToBound(processOne.running(other));
    }
    submitToUpheld(unit);
    submitToCollect(unit);
  }

  void unitCameUp(RunningUnit unit) {
    for (Unit other : unit.unit().with(Atom.START_WHEN_UPHELD_QUEUE)) {
      submitToUpheld(processOne.running(other));
    }
    submitToUnneeded(unit);
    submitToBound(unit);
  }

  private boolean dispatchCollect() {
    boolean any = false;
    RunningUnit unit;
    while ((unit = collect.poll()) != null) {
      unit.inCollectQueue = false;
      if (processOne.runningUnits().isKnown(unit) && Collector.mayGo(unit)) {
        processOne.unload(unit);
        any = true;
      }
    }
    return any;
  }

  private boolean dispatchUpheld() {
    boolean any = false;
    RunningUnit unit;
    while ((unit = upheld.poll()) != null) {
      unit.inUpheldQueue = false;
      any = true;
      if (isUpheld(unit) && allowed(unit)) {
        processOne.addJob(JobType.START, unit.unit(), JobMode.FAIL);
      }
    }
    return any;
  }

  private boolean isUpheld(RunningUnit unit) {
    if (!unit.active().isInactiveOrFailed() || unit.job() != null) {
      return false;
    }
    for (Unit other : unit.unit().with(Atom.START_STEADILY)) {
      RunningUnit upholder = processOne.running(other);
      if (upholder.job() == null && upholder.active().isActiveOrReloading()) {
        return true;
      }
    }
    return false;
  }

  private boolean dispatchBound() {
    boolean any = false;
    RunningUnit unit;
    while ((unit = bound.poll()) != null) {
      unit.inBoundQueue = false;
      any = true;
      if (isBoundToInactive(unit) && allowed(unit)) {
        processOne.addJob(JobType.STOP, unit.unit(), JobMode.REPLACE);
      }
    }
    return any;
  }

  private boolean isBoundToInactive(RunningUnit unit) {
    if (unit.active() != ActiveState.ACTIVE || unit.job() != null) {
      return false;
    }
    for (Unit other : unit.unit().with(Atom.CANNOT_BE_ACTIVE_WITHOUT)) {
      RunningUnit needed = processOne.running(other);
      if (needed.job() == null && needed.active().isInactiveOrFailed()) {
        return true;
      }
    }
    return false;
  }

  private boolean dispatchUnneeded() {
    boolean any = false;
    RunningUnit unit;
    while ((unit = unneeded.poll()) != null) {
      unit.inUnneededQueue = false;
      any = true;
      if (isUnneeded(unit) && allowed(unit)) {
        processOne.addJob(JobType.STOP, unit.unit(), JobMode.FAIL);
      }
    }
    return any;
  }

  private boolean isUnneeded(RunningUnit unit) {
    if (!unit.unit().traits().stopWhenUnneeded()
        || unit.active() != ActiveState.ACTIVE
        || unit.job() != null) {
      return false;
    }
    for (Unit other : unit.unit().with(Atom.PINS_STOP_WHEN_UNNEEDED)) {
      RunningUnit user = processOne.running(other);
      if (user.job() != null
          || !user.active().isInactiveOrFailed()
          || user.machine().willRestart()) {
        return false;
      }
    }
    return true;
  }

  /** At most 16 times in 10 s per unit; then once more when that time is over. */
  private boolean allowed(RunningUnit unit) {
    if (unit.autoStartStop().below(processOne.now())) {
      return true;
    }
    if (!unit.retryPending()) {
      unit.retryPending(true);
      processOne.after(unit.autoStartStop().end() - processOne.now(), () -> retry(unit));
    }
    return false;
  }

  private void retry(RunningUnit unit) {
    boolean pending = unit.retryPending();
    unit.retryPending(false);
    if (pending && processOne.runningUnits().isKnown(unit)) {
      submitAll(unit);
    }
  }
}
