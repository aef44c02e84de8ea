package dev.dryboot.simulator.systemd.transaction;

import dev.dryboot.simulator.systemd.unit.Dependency.Atom;
import dev.dryboot.simulator.systemd.unit.LoadState;
import dev.dryboot.simulator.systemd.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Adds a job and all that it pulls in (transaction.c: transaction_add_job_and_dependencies). Depth
 * first; a job that is there already is only linked.
 */
final class DependencyWalk {
  private final JobSet jobs;
  private final Situation situation;
  private final boolean irreversible;
  private final WalkOrder order;

  /** How a job is added (TransactionAddFlags). */
  record Flags(
      boolean matters,
      boolean conflicts,
      boolean ignoreRequirements,
      boolean ignoreOrder,
      boolean startAsRestart,
      boolean propagateStop,
      boolean requeueAnchor) {

    static Flags anchor(JobMode mode, boolean requeueAnchor) {
      boolean ignoreDependencies = mode == JobMode.IGNORE_DEPENDENCIES;
      return new Flags(
          true,
          false,
          ignoreDependencies || mode == JobMode.IGNORE_REQUIREMENTS,
          ignoreDependencies,
          mode == JobMode.RESTART_DEPENDENCIES,
          false,
          requeueAnchor);
    }

    static Flags of(boolean matters, boolean conflicts, boolean ignoreOrder) {
      return new Flags(matters, conflicts, false, ignoreOrder, false, false, false);
    }

    Flags propagatingStop() {
      return new Flags(matters, conflicts, false, ignoreOrder, false, true, false);
    }
  }

  DependencyWalk(JobSet jobs, Situation situation, boolean irreversible, WalkOrder order) {
    this.jobs = jobs;
    this.situation = situation;
    this.irreversible = irreversible;
    this.order = order;
  }

  /** Returns why the job could not be added, or null. */
  @Nullable Refusal add(JobType type, Unit unit, @Nullable PlannedJob by, Flags flags) {
    Refusal refusal = check(type, unit);
    if (refusal != null) {
      return refusal;
    }
    PlannedJob job = jobs.find(unit, type);
    boolean isNew = job == null;
    if (job == null) {
      job = new PlannedJob(unit, type, irreversible);
      jobs.add(job);
    }
    if (flags.ignoreOrder()) {
      job.ignoreOrder();
    }
    if (by == null) {
      jobs.anchor(job);
      if (flags.requeueAnchor()) {
        job.refuseLateMerge();
      }
    } else {
      job.link(by, flags.matters(), flags.conflicts());
    }
    if (!isNew || flags.ignoreRequirements() || type == JobType.NOP) {
      return null;
    }
    return addDependencies(job, by, flags);
  }

  private @Nullable Refusal check(JobType type, Unit unit) {
    if (type != JobType.STOP) {
      if (unit.loadState() == LoadState.NOT_FOUND) {
        situation.loadAgain(unit);
      }
      Refusal refusal = LoadCheck.of(unit);
      if (refusal != null) {
        return refusal;
      }
    }
    return situation.applicable(unit, type)
        ? null
        : new Refusal(
            Refusal.Error.JOB_TYPE_NOT_APPLICABLE,
            "Job type " + type.word() + " is not applicable for unit " + unit.id() + ".");
  }

  private @Nullable Refusal addDependencies(PlannedJob job, @Nullable PlannedJob by, Flags flags) {
    boolean starts = job.type() == JobType.START;
    boolean restarts = job.type() == JobType.RESTART;
    Refusal failure = null;
    if (starts || restarts) {
      failure = addPulledIn(job, flags.ignoreOrder());
    }
    if (failure != null) {
      if (situation.version().dropsJobWhoseRequirementsFail()) {
        jobs.delete(job, false);
      }
      return failure;
    }
    if (restarts || job.type() == JobType.STOP || starts && flags.startAsRestart()) {
      failure = propagateStop(job, by, flags);
      if (failure != null) {
        return failure;
      }
    }
    if (job.type() == JobType.RELOAD) {
      propagateReload(job, flags.ignoreOrder());
    }
    return null;
  }

  private @Nullable Refusal addPulledIn(PlannedJob job, boolean ignoreOrder) {
    Refusal failure =
        addAll(job, Atom.PULL_IN_START, JobType.START, Flags.of(true, false, ignoreOrder));
    if (failure != null) {
      return failure;
    }
    addIgnoringFailure(job, Atom.PULL_IN_START_IGNORED, JobType.START, ignoreOrder);
    failure =
        addAll(job, Atom.PULL_IN_VERIFY, JobType.VERIFY_ACTIVE, Flags.of(true, false, ignoreOrder));
    if (failure != null) {
      return failure;
    }
    failure = addAll(job, Atom.PULL_IN_STOP, JobType.STOP, Flags.of(true, true, ignoreOrder));
    if (failure != null) {
      return failure;
    }
    addIgnoringFailure(job, Atom.PULL_IN_STOP_IGNORED, JobType.STOP, ignoreOrder);
    return null;
  }

  /** Adds jobs without which {@code job} cannot be; types that do not apply are passed over. */
  private @Nullable Refusal addAll(PlannedJob job, Atom atom, JobType type, Flags flags) {
    for (Unit other : order.with(job.unit(), atom)) {
      Refusal refusal = add(type, other, job, flags);
      if (refusal != null && refusal.error() != Refusal.Error.JOB_TYPE_NOT_APPLICABLE) {
        return refusal;
      }
    }
    return null;
  }

  private void addIgnoringFailure(PlannedJob job, Atom atom, JobType type, boolean ignoreOrder) {
    Flags flags = Flags.of(false, false, ignoreOrder);
    for (Unit other : order.with(job.unit(), atom)) {
      add(type, other, job, flags);
    }
  }

  /** A stop stops, and a restart restarts, those that cannot be without this unit. */
  private @Nullable Refusal propagateStop(PlannedJob job, @Nullable PlannedJob by, Flags flags) {
    boolean stops = job.type() == JobType.STOP;
    Flags matters = Flags.of(true, false, flags.ignoreOrder());
    for (Unit other : order.with(job.unit(), Atom.PROPAGATE_STOP)) {
      JobType type = stops ? JobType.STOP : JobType.TRY_RESTART.collapsed(situation.active(other));
      Refusal refusal = type == JobType.NOP ? null : add(type, other, job, matters);
      if (refusal != null && refusal.error() != Refusal.Error.JOB_TYPE_NOT_APPLICABLE) {
        return refusal;
      }
    }
    if (!situation.version().propagatesStopGracefully()) {
      return stops ? addAll(job, Atom.PROPAGATE_STOP_GRACEFUL, JobType.STOP, matters) : null;
    }
    return by == null || flags.propagateStop() ? propagateGracefully(job, matters) : null;
  }

  private @Nullable Refusal propagateGracefully(PlannedJob job, Flags matters) {
    for (Unit other : order.with(job.unit(), Atom.PROPAGATE_STOP_GRACEFUL)) {
      JobType type = gracefulStop(other);
      Refusal refusal =
          type == JobType.NOP ? null : add(type, other, job, matters.propagatingStop());
      if (refusal != null && refusal.error() != Refusal.Error.JOB_TYPE_NOT_APPLICABLE) {
        return refusal;
      }
    }
    return null;
  }

  /** job_type_propagate_stop_graceful: a unit that is to be started anyway is restarted. */
  private JobType gracefulStop(Unit unit) {
    JobType type = JobType.STOP;
    for (PlannedJob job : jobs.of(unit)) {
      if (job.type() == JobType.STOP || job.type() == JobType.RESTART) {
        return JobType.NOP;
      }
      if (job.type() == JobType.START) {
        type = JobType.RESTART;
      }
    }
    return type;
  }

  /** Reloads those that are to be reloaded along with this unit. */
  void propagateReload(PlannedJob job, boolean ignoreOrder) {
    for (Unit other : order.with(job.unit(), Atom.PROPAGATES_RELOAD_TO)) {
      JobType type = JobType.TRY_RELOAD.collapsed(situation.active(other));
      if (type != JobType.NOP) {
        add(type, other, job, Flags.of(false, false, ignoreOrder));
      }
    }
  }
}
