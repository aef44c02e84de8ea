package dev.dryboot.simulator.systemd.transaction;

import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The jobs of a transaction by unit; of one unit's jobs the latest comes first. */
final class JobSet {
  private final Map<Unit, List<PlannedJob>> jobs = new LinkedHashMap<>();
  private @Nullable PlannedJob anchor;

  @Nullable PlannedJob anchor() {
    return anchor;
  }

  void anchor(PlannedJob job) {
    anchor = job;
  }

  /** The jobs of a unit; none where it has none. */
  List<PlannedJob> of(Unit unit) {
    List<PlannedJob> of = jobs.get(unit);
    return of == null ? List.of() : of;
  }

  boolean contains(Unit unit) {
    return jobs.containsKey(unit);
  }

  @Nullable PlannedJob find(Unit unit, JobType type) {
    for (PlannedJob job : of(unit)) {
      if (job.type() == type) {
        return job;
      }
    }
    return null;
  }

  void add(PlannedJob job) {
    jobs.computeIfAbsent(job.unit(), u -> new ArrayList<>(1)).addFirst(job);
  }

  /** Each unit's jobs. */
  Collection<List<PlannedJob>> byUnit() {
    return jobs.values();
  }

  /** All jobs, to be changed while they are gone through. */
  List<PlannedJob> snapshot() {
    List<PlannedJob> all = new ArrayList<>(jobs.size());
    jobs.values().forEach(all::addAll);
    return all;
  }

  boolean has(PlannedJob job) {
    return of(job.unit()).contains(job);
  }

  /**
   * Takes a job out (transaction_delete_job).
   *
   * @param withRequirers whether those that cannot do without it go, too
   */
  void delete(PlannedJob job, boolean withRequirers) {
    List<PlannedJob> of = jobs.get(job.unit());
    if (of == null || !of.remove(job)) {
      return;
    }
    if (of.isEmpty()) {
      jobs.remove(job.unit());
    }
    for (PlannedJob.Link link : List.copyOf(job.needs)) {
      link.object().neededBy.remove(link);
    }
    job.needs.clear();
    List<PlannedJob.Link> neededBy = List.copyOf(job.neededBy);
    job.neededBy.clear();
    for (PlannedJob.Link link : neededBy) {
      link.subject().needs.remove(link);
    }
    if (withRequirers) {
      for (PlannedJob.Link link : neededBy) {
        if (link.matters()) {
          delete(link.subject(), true);
        }
      }
    }
  }

  /** Takes out all jobs of a unit, and those that cannot do without them. */
  void deleteUnit(Unit unit) {
    while (contains(unit)) {
      delete(of(unit).getFirst(), true);
    }
  }
}
