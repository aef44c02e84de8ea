package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.transaction.JobMode;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.unit.Dependency;
import dev.dryboot.simulator.systemd.unit.Dependency.Atom;
import dev.dryboot.simulator.systemd.unit.Traits;
import dev.dryboot.simulator.systemd.unit.Unit;

/** What the change of a unit's state does to its job and to other units (unit.c: unit_notify). */
public final class StateChanges {
  private final ProcessOne processOne;

  StateChanges(ProcessOne processOne) {
    this.processOne = processOne;
  }

  /**
   * To be called after every change of the low-level state, also where the high-level one stays.
   */
  public void notify(RunningUnit unit, ActiveState from, ActiveState to) {
    UnitMachine machine = unit.machine();
    processOne.publish(new Fact.UnitChanged(unit.id(), to.word(), machine.sub(), machine.result()));
    unit.stamp(from, to, processOne.now());
    Job job = unit.job();
    boolean unexpected = job == null || processJob(job, to, machine.reloadSucceeded());
    if (unexpected) {
      if (from.isInactiveOrFailed() && to.isActiveOrActivating()) {
        startRetroactively(unit);
      } else if (from.isActiveOrActivating() && to.isInactiveOrDeactivating()) {
        stopRetroactively(unit);
      }
    }
    actOnTermination(unit, from, to);
    notifyTriggers(unit);
    actOnEnd(unit, from, to);
    DeferredQueues deferred = processOne.deferred();
    if (to.isInactiveOrFailed()) {
      deferred.unitWentDown(unit);
    } else if (to.isActiveOrReloading()) {
      deferred.unitCameUp(unit);
    }
    processOne.unitChanged(unit, from, to);
  }

  private void actOnTermination(RunningUnit unit, ActiveState from, ActiveState to) {
    if (unit.machine().willAutoRestart() && !processOne.version().actsOnEachFailure()) {
      return;
    }
    if (to == ActiveState.INACTIVE
        && from != ActiveState.FAILED
        && from != ActiveState.INACTIVE
        && from != ActiveState.MAINTENANCE) {
      startOnTermination(unit, false);
    } else if (to != from && to == ActiveState.FAILED) {
      startOnTermination(unit, true);
    }
  }

  private void actOnEnd(RunningUnit unit, ActiveState from, ActiveState to) {
    Traits traits = unit.unit().traits();
    if (from != ActiveState.FAILED && to == ActiveState.FAILED) {
      processOne.emergency(
          traits.failureAction(),
          traits.failureActionExitStatus().or(unit.machine()::exitStatus),
          "unit " + unit.id() + " failed");
    } else if (!from.isInactiveOrFailed() && to == ActiveState.INACTIVE) {
      processOne.emergency(
          traits.successAction(),
          traits.successActionExitStatus().or(unit.machine()::exitStatus),
          "unit " + unit.id() + " succeeded");
    }
  }

  /** Whether the new state ends the job, and whether it contradicts it (unit_process_job). */
  private boolean processJob(Job job, ActiveState to, boolean reloadSucceeded) {
    JobTable jobs = processOne.jobs();
    if (!job.running()) {
      jobs.runSoon(job);
    }
    return switch (job.type()) {
      case START, VERIFY_ACTIVE -> {
        if (to.isActiveOrReloading()) {
          jobs.finish(job, JobResult.DONE, true);
          yield false;
        }
        if (!job.running() || to == ActiveState.ACTIVATING) {
          yield false;
        }
        if (to.isInactiveOrFailed()) {
          jobs.finish(job, to == ActiveState.FAILED ? JobResult.FAILED : JobResult.DONE, true);
        }
        yield true;
      }
      case RELOAD, TRY_RELOAD, RELOAD_OR_START -> {
        if (!job.running()) {
          yield false;
        }
        if (to == ActiveState.ACTIVE) {
          jobs.finish(job, reloadSucceeded ? JobResult.DONE : JobResult.FAILED, true);
          yield false;
        }
        if (to == ActiveState.ACTIVATING || to == ActiveState.RELOADING) {
          yield false;
        }
        if (to.isInactiveOrFailed()) {
          jobs.finish(job, to == ActiveState.FAILED ? JobResult.FAILED : JobResult.DONE, true);
        }
        yield true;
      }
      case STOP, RESTART, TRY_RESTART -> {
        if (to.isInactiveOrFailed()) {
          jobs.finish(job, JobResult.DONE, true);
          yield false;
        }
        if (job.running() && to != ActiveState.DEACTIVATING) {
          jobs.finish(job, JobResult.FAILED, true);
          yield true;
        }
        yield false;
      }
      case NOP -> false;
    };
  }

  private void startRetroactively(RunningUnit unit) {
    startUnordered(unit, Atom.RETROACTIVE_START_REPLACE, JobMode.REPLACE);
    startUnordered(unit, Atom.RETROACTIVE_START_FAIL, JobMode.FAIL);
    stopAll(unit, Atom.RETROACTIVE_STOP_ON_START);
  }

  private void startUnordered(RunningUnit unit, Atom atom, JobMode mode) {
    for (Unit other : unit.unit().with(atom)) {
      if (!unit.unit().has(Dependency.AFTER, other)
          && !processOne.running(other).active().isActiveOrActivating()) {
        processOne.addJob(JobType.START, other, mode);
      }
    }
  }

  private void stopRetroactively(RunningUnit unit) {
    stopAll(unit, Atom.RETROACTIVE_STOP_ON_STOP);
  }

  private void stopAll(RunningUnit unit, Atom atom) {
    for (Unit other : unit.unit().with(atom)) {
      if (!processOne.running(other).active().isInactiveOrDeactivating()) {
        processOne.addJob(JobType.STOP, other, JobMode.REPLACE);
      }
    }
  }

  /** OnFailure= and OnSuccess= (unit_start_on_termination_deps). */
  void startOnTermination(RunningUnit unit, boolean failure) {
    Unit of = unit.unit();
    String word = failure ? of.traits().onFailureJobMode() : of.traits().onSuccessJobMode();
    JobMode mode =
        JobMode.of(word, processOne.version()).orElse(failure ? JobMode.REPLACE : JobMode.FAIL);
    for (Unit other : of.with(failure ? Atom.ON_FAILURE : Atom.ON_SUCCESS)) {
      processOne.addJob(JobType.START, other, mode);
    }
  }

  /** Tells the units that trigger this one (unit_trigger_notify). */
  void notifyTriggers(RunningUnit unit) {
    for (Unit trigger : unit.unit().with(Atom.TRIGGERED_BY)) {
      processOne.running(trigger).machine().triggerChanged(unit);
    }
  }
}
