package dev.dryboot.simulator.systemd.transaction;

import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.List;

/**
 * A job that was dropped to break an ordering cycle.
 *
 * @param unit its unit
 * @param type its type
 * @param cycle a cycle it was in, beginning with its own unit
 * @param candidates all units of which systemd might as well have dropped the job
 */
public record DeletedJob(Unit unit, JobType type, List<Unit> cycle, List<Unit> candidates) {
  public DeletedJob {
    cycle = List.copyOf(cycle);
    candidates = List.copyOf(candidates);
  }
}
