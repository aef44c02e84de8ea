package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.transaction.JobMode;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.transaction.Plan;
import dev.dryboot.simulator.systemd.transaction.PlannedJob;
import dev.dryboot.simulator.systemd.unit.Dependency.Atom;
import dev.dryboot.simulator.systemd.unit.Settings;
import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The installed jobs: how they are installed, run and finished (job.c, transaction_apply). */
public final class JobTable {
  private final ProcessOne processOne;
  private final Map<Integer, Job> jobs = new LinkedHashMap<>();
  private final RunQueue runQueue;
  private int nextId = 1;
  private int transactions;

  JobTable(ProcessOne processOne) {
    this.processOne = processOne;
    this.runQueue = new RunQueue(processOne);
  }

  /** All installed jobs, oldest first. */
  public Collection<Job> installed() {
    return Collections.unmodifiableCollection(jobs.values());
  }

  public boolean isEmpty() {
    return jobs.isEmpty();
  }

  /** Installs a plan's jobs (transaction_apply). Returns the job that was asked for. */
  @Nullable Job apply(Plan plan, JobMode mode) {
    int transaction = ++transactions;
    if (mode == JobMode.ISOLATE || mode == JobMode.FLUSH) {
      cancelOthers(plan);
    }
    Job anchor = null;
    for (PlannedJob planned : plan.jobs()) {
      Job job = install(planned, transaction);
      if (planned == plan.anchor()) {
        anchor = job;
      }
      runQueue.add(job);
      startTimeout(job, job.unit().traits().jobTimeout(), false);
    }
    return anchor;
  }

  private void cancelOthers(Plan plan) {
    var kept = new java.util.HashSet<Unit>();
    plan.jobs().forEach(j -> kept.add(j.unit()));
    for (Job job : List.copyOf(jobs.values())) {
      if (!job.gone() && !job.unit().traits().ignoreOnIsolate() && !kept.contains(job.unit())) {
        finish(job, JobResult.CANCELED, false);
      }
    }
  }

  /** job_install(): a job of the same unit is cancelled, or takes the new one in. */
  private Job install(PlannedJob planned, int transaction) {
    RunningUnit owner = processOne.running(planned.unit());
    boolean nop = planned.type() == JobType.NOP;
    Job there = nop ? owner.nopJob() : owner.job();
    if (there != null && there.type().conflictsWith(planned.type())) {
      finish(there, JobResult.CANCELED, false);
      there = nop ? owner.nopJob() : owner.job();
    }
    if (there != null) {
      return merge(there, planned);
    }
    Job job =
        new Job(
            nextId++,
            owner,
            planned.type(),
            planned.irreversible(),
            planned.ignoresOrder(),
            processOne.now());
    if (nop) {
      owner.nopJob(job);
    } else {
      owner.job(job);
    }
    jobs.put(job.id(), job);
    processOne.publish(new Fact.JobInstalled(job.unit().id(), planned.type().word(), transaction));
    processOne.observeJob(job, JobEvent.INSTALLED, null);
    return job;
  }

  private Job merge(Job there, PlannedJob planned) {
    boolean lateMergeAllowed =
        !planned.refusesLateMerge()
            && planned.type() != JobType.RELOAD
            && there.type().isSupersetOf(planned.type());
    if (there.type() != JobType.NOP) {
      JobType merged =
          JobType.mergedAndCollapsed(there.type(), planned.type(), there.owner().active());
      if (merged != null) {
        there.type(merged);
      }
    }
    there.absorb(planned.irreversible(), planned.ignoresOrder());
    if (there.running() && !lateMergeAllowed) {
      there.running(false);
    }
    return there;
  }

  /** Runs what can be run (manager_dispatch_run_queue). */
  void dispatchRunQueue() {
    Job job;
    while ((job = runQueue.next()) != null) {
      run(job);
    }
  }

  /** Has a job run as soon as it can. */
  void runSoon(Job job) {
    runQueue.add(job);
  }

  /** job_run_and_invalidate(). */
  private void run(Job job) {
    startTimeout(job, job.unit().traits().jobRunningTimeout(), true);
    job.running(true);
    processOne.publish(new Fact.JobStarted(job.unit().id(), job.type().word()));
    Answer answer = perform(job);
    if (job.gone()) {
      return;
    }
    switch (answer) {
      case OK -> {}
      case AGAIN -> job.running(false);
      case ALREADY, CONDITION_UNMET -> finish(job, JobResult.DONE, true);
      case NOT_APPLICABLE -> finish(job, JobResult.SKIPPED, true);
      case INVALID -> finish(job, JobResult.INVALID, true);
      case ASSERT_FAILED -> finish(job, JobResult.ASSERT, true);
      case UNSUPPORTED -> finish(job, JobResult.UNSUPPORTED, true);
      case DEPENDENCY_INACTIVE -> finish(job, JobResult.DEPENDENCY, true);
      case ONCE_ONLY -> finish(job, JobResult.ONCE, true);
      case FAILED -> finish(job, JobResult.FAILED, true);
    }
  }

  private Answer perform(Job job) {
    RunningUnit unit = job.owner();
    return switch (job.type()) {
      case START -> waitingWhereNotApplicable(Activation.start(unit));
      case STOP, RESTART -> waitingWhereNotApplicable(Activation.stop(unit));
      case RELOAD -> Activation.reload(unit);
      case VERIFY_ACTIVE -> {
        ActiveState state = unit.active();
        if (state.isActiveOrReloading()) {
          yield Answer.ALREADY;
        }
        yield state == ActiveState.ACTIVATING ? Answer.AGAIN : Answer.NOT_APPLICABLE;
      }
      case NOP -> Answer.ALREADY;
      case TRY_RESTART, TRY_RELOAD, RELOAD_OR_START ->
          throw new IllegalStateException("a job that was not collapsed: " + job.type());
    };
  }

  /** Units that cannot be started or stopped (devices) are simply waited for. */
  private static Answer waitingWhereNotApplicable(Answer answer) {
    return answer == Answer.NOT_APPLICABLE ? Answer.OK : answer;
  }

  /** job_finish_and_invalidate(). */
  void finish(Job job, JobResult result, boolean recursive) {
    RunningUnit owner = job.owner();
    Unit unit = job.unit();
    JobType type = job.type();
    processOne.publish(new Fact.JobFinished(unit.id(), type.word(), result.word()));
    processOne.observeJob(job, JobEvent.FINISHED, result);
    if (result == JobResult.DONE && type == JobType.RESTART) {
      job.type(JobType.START);
      job.running(false);
      runQueue.add(job);
    } else {
      uninstall(job, result);
      afterEnd(owner, type, result, recursive);
    }
    runQueue.addNeighbours(unit);
    processOne.deferred().submitAll(owner);
    processOne.checkFinished();
  }

  private void uninstall(Job job, JobResult result) {
    RunningUnit owner = job.owner();
    if (owner.nopJob() == job) {
      owner.nopJob(null);
    } else {
      owner.job(null);
    }
    jobs.remove(job.id());
    job.end(result);
    processOne.deferred().submitToCollect(owner);
  }

  private void afterEnd(RunningUnit owner, JobType type, JobResult result, boolean recursive) {
    Unit unit = owner.unit();
    boolean starts = type == JobType.START;
    if (result != JobResult.DONE && recursive) {
      if (starts || type == JobType.VERIFY_ACTIVE) {
        failDependents(unit, Atom.PROPAGATE_START_FAILURE);
      } else if (type == JobType.STOP) {
        failDependents(unit, Atom.PROPAGATE_STOP_FAILURE);
      }
    }
    if (result == JobResult.DONE
        && recursive
        && (starts || type == JobType.RELOAD)
        && !owner.active().isActiveOrReloading()) {
      failDependents(unit, Atom.PROPAGATE_INACTIVE_START_AS_FAILURE);
    }
    if (result == JobResult.TIMEOUT || result == JobResult.DEPENDENCY) {
      processOne.changes().startOnTermination(owner, true);
    }
    processOne.changes().notifyTriggers(owner);
  }

  private void failDependents(Unit unit, Atom atom) {
    for (Unit other : unit.with(atom)) {
      Job job = processOne.running(other).job();
      if (job != null && (job.type() == JobType.START || job.type() == JobType.VERIFY_ACTIVE)) {
        finish(job, JobResult.DEPENDENCY, true);
      }
    }
  }

  /** job_start_timer(): JobTimeoutSec= from installing, JobRunningTimeoutSec= from running. */
  private void startTimeout(Job job, long microseconds, boolean running) {
    if (microseconds == Settings.INFINITY || job.gone()) {
      return;
    }
    if (job.timeout() != null) {
      long due = processOne.now() + microseconds;
      if (!running || job.timeout().at() <= due) {
        return;
      }
      job.timeout().cancel();
    }
    job.timeout(processOne.after(microseconds, () -> timedOut(job)));
  }

  private void timedOut(Job job) {
    if (job.gone()) {
      return;
    }
    String action = job.unit().traits().jobTimeoutAction();
    finish(job, JobResult.TIMEOUT, true);
    processOne.emergency(action, Optional.empty(), "job timed out");
  }
}
