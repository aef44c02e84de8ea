package dev.dryboot.simulator.systemd.transaction;

import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds a transaction: the jobs that a request comes down to. The steps and their order are those
 * of systemd's transaction_activate(); nothing is changed outside.
 */
public final class Transaction {
  private final JobSet jobs = new JobSet();
  private final Situation situation;
  private final JobMode mode;
  private final List<DeletedJob> deleted = new ArrayList<>();

  private Transaction(Situation situation, JobMode mode) {
    this.situation = situation;
    this.mode = mode;
  }

  /**
   * Plans a request (manager.c: manager_add_job_full).
   *
   * @param requeueAnchor whether the requested job may not be merged into one that runs already
   */
  public static Plan plan(
      JobType requested, Unit unit, JobMode mode, boolean requeueAnchor, Situation situation) {
    Refusal refusal = refuse(requested, unit, mode);
    if (refusal != null) {
      return Plan.refused(refusal, List.of());
    }
    Transaction first = new Transaction(situation, mode);
    refusal = first.add(requested, unit, requeueAnchor, WalkOrder.CANONICAL);
    if (refusal != null) {
      return Plan.refused(refusal, List.of());
    }
    WalkOrder order = WalkOrder.choose(first.jobs, situation);
    if (order.equals(WalkOrder.CANONICAL)) {
      return first.activate();
    }
    Transaction other = new Transaction(situation, mode);
    refusal = other.add(requested, unit, requeueAnchor, order);
    return refusal == null ? other.activate() : Plan.refused(refusal, List.of());
  }

  /**
   * Plans reloads of those that are to be reloaded with {@code unit} (manager_propagate_reload).
   */
  public static Plan planPropagatedReload(Unit unit, Situation situation) {
    Transaction transaction = new Transaction(situation, JobMode.FAIL);
    DependencyWalk walk =
        new DependencyWalk(transaction.jobs, situation, false, WalkOrder.CANONICAL);
    walk.add(
        JobType.NOP, unit, null, DependencyWalk.Flags.anchor(JobMode.IGNORE_DEPENDENCIES, false));
    PlannedJob anchor = transaction.jobs.anchor();
    if (anchor != null) {
      walk.propagateReload(anchor, false);
    }
    return transaction.activate();
  }

  private static @Nullable Refusal refuse(JobType requested, Unit unit, JobMode mode) {
    if (mode == JobMode.ISOLATE && requested != JobType.START) {
      return new Refusal(Refusal.Error.INVALID_ARGUMENTS, "Isolate is only valid for start.");
    }
    if (mode == JobMode.ISOLATE && !unit.traits().allowIsolate()) {
      return new Refusal(
          Refusal.Error.NO_ISOLATION, "Operation refused, unit may not be isolated.");
    }
    if (mode == JobMode.TRIGGERING && requested != JobType.STOP) {
      return new Refusal(Refusal.Error.INVALID_ARGUMENTS, "Triggering is only valid for stop.");
    }
    if (mode == JobMode.RESTART_DEPENDENCIES && requested != JobType.START) {
      return new Refusal(
          Refusal.Error.INVALID_ARGUMENTS, "Restart-dependencies is only valid for start.");
    }
    return null;
  }

  /** Adds the requested job and all that it pulls in (…_add_job_and_dependencies and so on). */
  private @Nullable Refusal add(
      JobType requested, Unit unit, boolean requeueAnchor, WalkOrder order) {
    JobType type = requested.collapsed(situation.active(unit));
    boolean irreversible = mode == JobMode.REPLACE_IRREVERSIBLY;
    DependencyWalk walk = new DependencyWalk(jobs, situation, irreversible, order);
    Refusal refusal = walk.add(type, unit, null, DependencyWalk.Flags.anchor(mode, requeueAnchor));
    if (refusal != null) {
      return refusal;
    }
    Isolation isolation = new Isolation(jobs, walk, situation);
    if (mode == JobMode.ISOLATE) {
      isolation.addIsolateJobs();
    }
    if (mode == JobMode.TRIGGERING) {
      isolation.addTriggeringJobs(unit);
    }
    return null;
  }

  private Plan activate() {
    PlannedJob anchor = jobs.anchor();
    if (anchor == null) {
      throw new IllegalStateException("a transaction without an anchor");
    }
    // First step: find out which jobs matter.
    Passes.findJobsThatMatterToAnchor(anchor);

    // Second step: do not stop running services or reverse jobs where that can be avoided.
    if (mode == JobMode.FAIL) {
      Passes.minimizeImpact(jobs, situation);
    }

    // Third step: drop redundant jobs.
    Passes.dropRedundant(jobs, situation);

    while (true) {
      // Fourth step: drop jobs that nothing needs any more.
      collectGarbage();

      // Fifth step: verify that the order makes sense, and break cycles.
      VerifyOrder.Verdict verdict = VerifyOrder.verify(jobs, situation, deleted);
      if (verdict == VerifyOrder.Verdict.CYCLIC) {
        return refused(
            Refusal.Error.TRANSACTION_ORDER_IS_CYCLIC,
            "Transaction order is cyclic. See system logs for details.");
      }
      if (verdict == VerifyOrder.Verdict.FINE) {
        break;
      }
    }

    while (true) {
      // Sixth step: merge the jobs of each unit, and drop one where they cannot be merged.
      MergeJobs.Verdict verdict = MergeJobs.merge(jobs, situation);
      if (verdict == MergeJobs.Verdict.CONFLICT) {
        return refused(
            Refusal.Error.TRANSACTION_JOBS_CONFLICTING,
            "Transaction contains conflicting jobs. "
                + "Probably contradicting requirement dependencies configured.");
      }
      if (verdict == MergeJobs.Verdict.MERGED) {
        break;
      }
      // Seventh step: an entry was dropped, so collect what hung on it.
      collectGarbage();
    }

    // Eighth step: drop redundant jobs again, for merging may have made some.
    Passes.dropRedundant(jobs, situation);

    // Ninth step: check whether this can be applied.
    Refusal destructive = Passes.findDestruction(jobs, situation, mode);
    if (destructive != null) {
      return Plan.refused(destructive, deleted);
    }

    // Tenth step, applying, is the manager's.
    return new Plan(jobs.snapshot(), jobs.anchor(), deleted, java.util.Optional.empty());
  }

  private void collectGarbage() {
    if (mode != JobMode.ISOLATE) {
      Passes.collectGarbage(jobs);
    }
  }

  private Plan refused(Refusal.Error error, String message) {
    return Plan.refused(new Refusal(error, message), deleted);
  }
}
