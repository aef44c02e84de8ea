package dev.dryboot.simulator.systemd.transaction;

import dev.dryboot.simulator.kernel.TieBreaker;
import dev.dryboot.simulator.systemd.SystemdVersion;
import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a transaction is built upon: the units' present states and the jobs already installed. */
public interface Situation {
  SystemdVersion version();

  ActiveState active(Unit unit);

  /** The job that is installed for a unit, if there is one. */
  @Nullable OrderedJob installed(Unit unit);

  /** All units that are loaded. */
  List<Unit> units();

  /** Whether a job of this type makes sense for a unit (unit_job_is_applicable). */
  boolean applicable(Unit unit, JobType type);

  /** Loads a unit whose file was not there, where it is now. */
  void loadAgain(Unit unit);

  /** Makes the choices that systemd leaves to the order of a hash table. */
  TieBreaker ties();
}
