package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.transaction.DeletedJob;
import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hears what the manager does, closer than facts tell it. */
public interface ManagerObserver {
  default void job(Job job, JobEvent event, @Nullable JobResult result) {}

  default void unit(RunningUnit unit, ActiveState from, ActiveState to) {}

  default void deleted(DeletedJob job) {}

  default void noJobsLeft() {}

  default void unloaded(Unit unit) {}

  default void emergency(String action, Optional<Integer> exitStatus, String why) {}
}
