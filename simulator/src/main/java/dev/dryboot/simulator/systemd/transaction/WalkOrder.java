package dev.dryboot.simulator.systemd.transaction;

import dev.dryboot.simulator.systemd.unit.Dependency.Atom;
import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * In which order a unit's dependencies are followed. systemd keeps them in hash tables with random
 * keys, so that each boot has another order. Where a unit gets several jobs, the one that was added
 * last is the one that counts in the search for cycles; only there the order shows.
 */
record WalkOrder(int number) {
  static final WalkOrder CANONICAL = new WalkOrder(0);
  private static final WalkOrder REVERSED = new WalkOrder(1);

  /** How many orders are told apart: the canonical one, its reverse, and shuffled ones. */
  private static final int ORDERS = 6;

  /** Chooses among the orders where the order of adding {@code jobs} may change what comes out. */
  static WalkOrder choose(JobSet jobs, Situation situation) {
    boolean shows =
        jobs.byUnit().stream().anyMatch(ofUnit -> ofUnit.size() > 1)
            && OrderGraph.ofAllJobs(jobs, situation).cycles().stream()
                .anyMatch(cycle -> hasSeveralJobs(jobs, cycle));
    return shows ? new WalkOrder(situation.ties().choose(ORDERS)) : CANONICAL;
  }

  private static boolean hasSeveralJobs(JobSet jobs, List<OrderedJob> cycle) {
    return cycle.stream().anyMatch(job -> jobs.of(job.unit()).size() > 1);
  }

  /** The units that {@code unit} has dependencies with, in this order. */
  Unit[] with(Unit unit, Atom atom) {
    Unit[] units = unit.with(atom);
    if (equals(CANONICAL) || units.length < 2) {
      return units;
    }
    Unit[] ordered = units.clone();
    if (equals(REVERSED)) {
      Arrays.setAll(ordered, i -> units[units.length - 1 - i]);
      return ordered;
    }
    Random random = new Random(31L * (31L * number + unit.id().hashCode()) + atom.ordinal());
    for (int i = ordered.length - 1; i > 0; i--) {
      int k = random.nextInt(i + 1);
      Unit other = ordered[k];
      ordered[k] = ordered[i];
      ordered[i] = other;
    }
    return ordered;
  }
}
