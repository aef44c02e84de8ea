package dev.dryboot.simulator.systemd.transaction;

import dev.dryboot.simulator.systemd.unit.Dependency.Atom;
import dev.dryboot.simulator.systemd.unit.Unit;

/** The stop jobs that isolating adds, and those for a unit's triggers. */
final class Isolation {
  private final JobSet jobs;
  private final DependencyWalk walk;
  private final Situation situation;

  Isolation(JobSet jobs, DependencyWalk walk, Situation situation) {
    this.jobs = jobs;
    this.walk = walk;
    this.situation = situation;
  }

  /** Stops everything that is not part of the transaction (transaction_add_isolate_jobs). */
  void addIsolateJobs() {
    for (Unit unit : situation.units()) {
      if (isDown(unit) || !shallStop(unit)) {
        continue;
      }
      walk.add(JobType.STOP, unit, jobs.anchor(), DependencyWalk.Flags.of(true, false, false));
    }
  }

  private boolean isDown(Unit unit) {
    return situation.active(unit).isInactiveOrFailed() && situation.installed(unit) == null;
  }

  private boolean shallStop(Unit unit) {
    if (unit.traits().ignoreOnIsolate() || jobs.contains(unit)) {
      return false;
    }
    for (Unit trigger : unit.with(Atom.TRIGGERED_BY)) {
      boolean keeps =
          situation.version().keepsWhatKeptTriggersStart()
              ? keepsItsUnit(trigger)
              : trigger.traits().ignoreOnIsolate() || jobs.contains(trigger);
      if (keeps) {
        return false;
      }
    }
    return true;
  }

  /** Whether a trigger is up, stays up, and so keeps what it triggers (256). */
  private boolean keepsItsUnit(Unit trigger) {
    if (situation.active(trigger).isInactiveOrDeactivating()
        || jobs.find(trigger, JobType.STOP) != null) {
      return false;
    }
    return trigger.traits().ignoreOnIsolate() || jobs.contains(trigger);
  }

  /** Stops the units that trigger {@code unit} (transaction_add_triggering_jobs). */
  void addTriggeringJobs(Unit unit) {
    for (Unit trigger : unit.with(Atom.TRIGGERED_BY)) {
      if (!isDown(trigger) && !jobs.contains(trigger)) {
        walk.add(JobType.STOP, trigger, jobs.anchor(), DependencyWalk.Flags.of(true, false, false));
      }
    }
  }
}
