package dev.dryboot.simulator.systemd.transaction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sixth step: one job per unit (transaction_merge_jobs, delete_one_unmergeable_job). Which
 * unit's conflict is settled first is left to a hash table, so it is a choice.
 */
final class MergeJobs {
  private MergeJobs() {}

  enum Verdict {
    MERGED,
    /** A job was dropped: collect garbage and come again. */
    AGAIN,
    /** Both jobs matter. */
    CONFLICT
  }

  static Verdict merge(JobSet jobs, Situation situation) {
    List<List<PlannedJob>> conflicted = new ArrayList<>();
    for (List<PlannedJob> ofUnit : jobs.byUnit()) {
      if (ofUnit.size() > 1 && mergedType(ofUnit, situation) == null) {
        conflicted.add(ofUnit);
      }
    }
    if (!conflicted.isEmpty()) {
      int choice = conflicted.size() == 1 ? 0 : situation.ties().choose(conflicted.size());
      PlannedJob dropped = unmergeable(conflicted.get(choice));
      if (dropped == null) {
        return Verdict.CONFLICT;
      }
      jobs.delete(dropped, true);
      return Verdict.AGAIN;
    }
    for (List<PlannedJob> ofUnit : List.copyOf(jobs.byUnit())) {
      if (ofUnit.size() > 1) {
        mergeUnit(jobs, new ArrayList<>(ofUnit), situation);
      }
    }
    return Verdict.MERGED;
  }

  private static @Nullable JobType mergedType(List<PlannedJob> ofUnit, Situation situation) {
    ActiveState state = situation.active(ofUnit.getFirst().unit());
    JobType type = ofUnit.getFirst().type();
    for (PlannedJob job : ofUnit.subList(1, ofUnit.size())) {
      JobType merged = JobType.mergedAndCollapsed(type, job.type(), state);
      if (merged == null) {
        return null;
      }
      type = merged;
    }
    return type;
  }

  /** The one of two conflicting jobs that is dropped; null where both matter. */
  private static @Nullable PlannedJob unmergeable(List<PlannedJob> ofUnit) {
    for (int i = 0; i < ofUnit.size(); i++) {
      for (int k = i + 1; k < ofUnit.size(); k++) {
        PlannedJob one = ofUnit.get(i);
        PlannedJob other = ofUnit.get(k);
        if (one.type().conflictsWith(other.type())) {
          return loser(one, other);
        }
      }
    }
    return null;
  }

  private static @Nullable PlannedJob loser(PlannedJob one, PlannedJob other) {
    if (one.mattersToAnchor() && other.mattersToAnchor()) {
      return null;
    }
    if (one.mattersToAnchor()) {
      return other;
    }
    if (other.mattersToAnchor()) {
      return one;
    }
    // Neither matters: stops go, unless something conflicts with the unit; then the start goes.
    if (one.type() == JobType.STOP) {
      return one.isConflictedBy() ? other : one;
    }
    if (other.type() == JobType.STOP) {
      return other.isConflictedBy() ? one : other;
    }
    return one;
  }

  private static void mergeUnit(JobSet jobs, List<PlannedJob> ofUnit, Situation situation) {
    JobType type = mergedType(ofUnit, situation);
    if (type == null) {
      throw new IllegalStateException("jobs that cannot be merged: " + ofUnit);
    }
    PlannedJob anchor = jobs.anchor();
    PlannedJob kept = ofUnit.contains(anchor) && anchor != null ? anchor : ofUnit.getFirst();
    for (PlannedJob job : ofUnit) {
      if (job != kept) {
        kept.absorb(job, type);
        jobs.delete(job, true);
      }
    }
  }
}
