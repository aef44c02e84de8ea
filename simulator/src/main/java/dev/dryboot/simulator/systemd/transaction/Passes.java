package dev.dryboot.simulator.systemd.transaction;

import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The short passes over a transaction's jobs. */
final class Passes {
  private Passes() {}

  /** Marks what is reached from the anchor over links that matter. */
  static void findJobsThatMatterToAnchor(PlannedJob anchor) {
    ArrayDeque<PlannedJob> pending = new ArrayDeque<>();
    anchor.matter();
    pending.add(anchor);
    while (!pending.isEmpty()) {
      for (PlannedJob.Link link : pending.poll().needs) {
        if (link.matters() && !link.object().mattersToAnchor()) {
          link.object().matter();
          pending.add(link.object());
        }
      }
    }
  }

  /** Drops what does not matter and would stop a running service or reverse an installed job. */
  static void minimizeImpact(JobSet jobs, Situation situation) {
    for (PlannedJob job : jobs.snapshot()) {
      if (job.mattersToAnchor() || !jobs.has(job)) {
        continue;
      }
      boolean stopsRunning =
          job.type() == JobType.STOP && situation.active(job.unit()).isActiveOrActivating();
      if (stopsRunning || conflictsWithInstalled(job, situation)) {
        jobs.delete(job, true);
      }
    }
  }

  private static boolean conflictsWithInstalled(PlannedJob job, Situation situation) {
    OrderedJob installed = situation.installed(job.unit());
    return installed != null && job.type().conflictsWith(installed.type());
  }

  /** Drops the jobs of units whose jobs would all change nothing. */
  static void dropRedundant(JobSet jobs, Situation situation) {
    for (List<PlannedJob> ofUnit : List.copyOf(jobs.byUnit())) {
      boolean keep = false;
      ActiveState state = situation.active(ofUnit.getFirst().unit());
      for (PlannedJob job : ofUnit) {
        if (job == jobs.anchor()
            || !job.type().isRedundant(state)
            || conflictsWithInstalled(job, situation)) {
          keep = true;
          break;
        }
      }
      if (!keep) {
        List.copyOf(ofUnit).forEach(job -> jobs.delete(job, false));
      }
    }
  }

  /**
   * Drops jobs that no other job needs, except the anchor. Of several jobs of a unit only the one
   * that was added last is looked at (transaction_collect_garbage goes through the heads of lists).
   */
  static void collectGarbage(JobSet jobs) {
    ArrayDeque<Unit> pending = new ArrayDeque<>();
    jobs.byUnit().forEach(ofUnit -> pending.add(ofUnit.getFirst().unit()));
    while (!pending.isEmpty()) {
      List<PlannedJob> ofUnit = jobs.of(pending.poll());
      PlannedJob job = ofUnit.isEmpty() ? null : ofUnit.getFirst();
      if (job != null && job != jobs.anchor() && job.neededBy.isEmpty()) {
        pending.add(job.unit());
        job.needs.forEach(link -> pending.add(link.object().unit()));
        jobs.delete(job, true);
      }
    }
  }

  /** Says why the transaction would destroy installed jobs it has to leave alone, or null. */
  static @Nullable Refusal findDestruction(JobSet jobs, Situation situation, JobMode mode) {
    for (List<PlannedJob> ofUnit : jobs.byUnit()) {
      PlannedJob job = ofUnit.getFirst();
      Unit unit = job.unit();
      OrderedJob installed = situation.installed(unit);
      if (installed != null
          && (mode == JobMode.FAIL || installed.irreversible())
          && installed.type().conflictsWith(job.type())) {
        return new Refusal(
            Refusal.Error.TRANSACTION_IS_DESTRUCTIVE,
            "Transaction is destructive ("
                + unit.id()
                + " has '"
                + installed.type().word()
                + "' job queued, but '"
                + job.type().word()
                + "' is included in transaction).");
      }
    }
    return null;
  }
}
