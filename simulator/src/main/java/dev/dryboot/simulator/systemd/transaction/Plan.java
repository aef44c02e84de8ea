package dev.dryboot.simulator.systemd.transaction;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of building a transaction.
 *
 * @param jobs what is to be installed, one job per unit; none where it was refused
 * @param anchor the job that was asked for
 * @param deleted what was dropped to break cycles, also where the transaction was refused after all
 * @param refusal why it is not to be applied
 */
public record Plan(
    List<PlannedJob> jobs,
    @Nullable PlannedJob anchor,
    List<DeletedJob> deleted,
    Optional<Refusal> refusal) {
  public Plan {
    jobs = List.copyOf(jobs);
    deleted = List.copyOf(deleted);
  }

  static Plan refused(Refusal refusal, List<DeletedJob> deleted) {
    return new Plan(List.of(), null, deleted, Optional.of(refusal));
  }
}
