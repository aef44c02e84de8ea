package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.kernel.TieBreaker;
import dev.dryboot.simulator.systemd.SystemdVersion;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.transaction.OrderedJob;
import dev.dryboot.simulator.systemd.transaction.Situation;
import dev.dryboot.simulator.systemd.unit.LoadState;
import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a transaction sees of the manager: what its units are doing now. */
record PresentSituation(ProcessOne processOne) implements Situation {
  @Override
  public SystemdVersion version() {
    return processOne.version();
  }

  @Override
  public TieBreaker ties() {
    return processOne.machine().kernel().tieBreaker();
  }

  @Override
  public void loadAgain(Unit unit) {
    processOne.load(unit.id());
  }

  @Override
  public List<Unit> units() {
    return processOne.units();
  }

  @Override
  public ActiveState active(Unit unit) {
    return processOne.active(unit);
  }

  @Override
  public @Nullable OrderedJob installed(Unit unit) {
    return processOne.running(unit).job();
  }

  @Override
  public boolean applicable(Unit unit, JobType type) {
    return switch (type) {
      case START, VERIFY_ACTIVE, NOP -> true;
      case STOP -> !unit.isPerpetual();
      case RESTART, TRY_RESTART -> canStart(unit) && canStop(unit);
      case RELOAD, TRY_RELOAD -> canReload(unit);
      case RELOAD_OR_START -> canReload(unit) && canStart(unit);
    };
  }

  private boolean canStart(Unit unit) {
    return unit.loadState() == LoadState.LOADED && processOne.running(unit).machine().startable();
  }

  private boolean canStop(Unit unit) {
    return !unit.isPerpetual() && processOne.running(unit).machine().stoppable();
  }

  private boolean canReload(Unit unit) {
    return processOne.running(unit).machine().canReload();
  }
}
