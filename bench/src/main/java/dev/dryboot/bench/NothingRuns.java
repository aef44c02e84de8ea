package dev.dryboot.bench;

import dev.dryboot.simulator.kernel.TieBreaker;
import dev.dryboot.simulator.systemd.SystemdVersion;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.transaction.OrderedJob;
import dev.dryboot.simulator.systemd.transaction.Situation;
import dev.dryboot.simulator.systemd.unit.Unit;
import dev.dryboot.simulator.systemd.unit.UnitGraph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A manager that has loaded its units and does not run any of them. */
record NothingRuns(UnitGraph graph) implements Situation {
  @Override
  public SystemdVersion version() {
    return SystemdVersion.V257;
  }

  @Override
  public ActiveState active(Unit unit) {
    return ActiveState.INACTIVE;
  }

  @Override
  public @Nullable OrderedJob installed(Unit unit) {
    return null;
  }

  @Override
  public List<Unit> units() {
    return graph.units();
  }

  @Override
  public boolean applicable(Unit unit, JobType type) {
    return true;
  }

  @Override
  public void loadAgain(Unit unit) {
    // Its files are those that it was loaded from.
  }

  @Override
  public TieBreaker ties() {
    return TieBreaker.CANONICAL;
  }
}
