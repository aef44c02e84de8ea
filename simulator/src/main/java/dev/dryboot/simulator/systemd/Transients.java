package dev.dryboot.simulator.systemd;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.TransientUnits;
import dev.dryboot.simulator.systemd.core.ManagerObserver;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.transaction.JobMode;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.unit.LoadState;
import dev.dryboot.simulator.systemd.unit.Unit;
import dev.dryboot.source.SourceText;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Units made at run time. Their files are in {@code /run/systemd/transient} as long as the unit is
 * loaded (dbus-manager.c: method_start_transient_unit; unit.c: unit_make_transient).
 */
final class Transients implements TransientUnits, ManagerObserver {
  private static final String DIRECTORY = "/run/systemd/transient/";

  private final ProcessOne processOne;
  private int made;

  Transients(ProcessOne processOne) {
    this.processOne = processOne;
  }

  @Override
  public String freshName() {
    made++;
    return "run-u" + made;
  }

  @Override
  public boolean isTaken(String name) {
    Optional<Unit> known = processOne.graph().find(name);
    return known.filter(u -> u.loadState() != LoadState.NOT_FOUND || isUp(u)).isPresent()
        || processOne.graph().path().entry(name) != null;
  }

  /** What runs on without its file. */
  private boolean isUp(Unit unit) {
    return !processOne.active(unit).isInactiveOrFailed();
  }

  @Override
  public void make(String name, SourceText text) {
    processOne.machine().files().write(DIRECTORY + name, new FileNode.Regular(text));
    processOne.graph().path().lookAgain(DIRECTORY, name);
  }

  @Override
  public void start(String name, SourceText text, Consumer<Integer> answered) {
    make(name, text);
    processOne.post(() -> start(name, answered));
  }

  private void start(String name, Consumer<Integer> answered) {
    JobWait wait = new JobWait(true, answered);
    Optional<RunningUnit> unit = processOne.load(name);
    ProcessOne.Added added =
        unit.map(u -> processOne.addJob(JobType.START, u.unit(), JobMode.REPLACE)).orElse(null);
    if (added != null && added.job() != null) {
      wait.forJob(added.job());
    } else {
      wait.refused(1);
    }
    wait.asked();
  }

  /** The file goes with the unit (unit_free). */
  @Override
  public void unloaded(Unit unit) {
    boolean own =
        unit.settings().fragments().stream().anyMatch(f -> f.path().startsWith(DIRECTORY));
    if (own) {
      processOne.machine().files().remove(DIRECTORY + unit.id());
      processOne.graph().path().lookAgain(DIRECTORY, unit.id());
    }
  }
}
