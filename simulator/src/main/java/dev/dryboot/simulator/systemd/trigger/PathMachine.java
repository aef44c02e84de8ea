package dev.dryboot.simulator.systemd.trigger;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.systemd.core.Answer;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RateLimit;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.UnitMachine;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.transaction.JobMode;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.unit.Settings;
import dev.dryboot.simulator.systemd.unit.Specifiers;
import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path unit: starts another when files come or change (path.c). */
public final class PathMachine implements UnitMachine {
  private final RunningUnit owner;
  private final List<PathWatch> watches = new ArrayList<>();
  private final Map<Character, String> host;
  private RateLimit triggerLimit;
  private String state = "dead";
  private String result = "success";
  private boolean recheckPlanned;

  public PathMachine(RunningUnit owner, Map<Character, String> host) {
    this.owner = owner;
    this.host = host;
    this.triggerLimit = read(owner.unit());
  }

  private RateLimit read(Unit unit) {
    Settings settings = unit.settings();
    watches.clear();
    watches.addAll(PathWatch.read(settings, Specifiers.of(unit, host)));
    return new RateLimit(
        settings.microseconds("Path", "TriggerLimitIntervalSec", 2_000_000),
        settings.number("Path", "TriggerLimitBurst", 200));
  }

  private ProcessOne processOne() {
    return owner.processOne();
  }

  private VirtualFileSystem files() {
    return processOne().machine().files();
  }

  @Override
  public ActiveState active() {
    return active(state);
  }

  private static ActiveState active(String state) {
    return switch (state) {
      case "dead" -> ActiveState.INACTIVE;
      case "failed" -> ActiveState.FAILED;
      default -> ActiveState.ACTIVE;
    };
  }

  @Override
  public String sub() {
    return state;
  }

  @Override
  public String result() {
    return result;
  }

  private void state(String to) {
    ActiveState from = active();
    state = to;
    processOne().notify(owner, from, active(to));
  }

  @Override
  public Answer mayStart() {
    if (owner.withinStartLimit()) {
      return Answer.OK;
    }
    dead("start-limit-hit");
    return Answer.FAILED;
  }

  @Override
  public Answer start() {
    if (!TriggerSupport.isLoaded(owner)) {
      return Answer.FAILED;
    }
    if (owner.unit().settings().isTrue("Path", "MakeDirectory", false)) {
      makeDirectories();
    }
    result = "success";
    waiting(true, false);
    return Answer.OK;
  }

  private void makeDirectories() {
    for (PathWatch watch : watches) {
      if (!watch.kind().startsWith("PathExists") && !files().exists(watch.path())) {
        files().write(watch.path(), new FileNode.Directory());
      }
    }
  }

  @Override
  public Answer stop() {
    dead("success");
    return Answer.OK;
  }

  private void dead(String with) {
    if (result.equals("success")) {
      result = with;
    }
    state(result.equals("success") ? "dead" : "failed");
  }

  /** path_enter_waiting(). */
  private void waiting(boolean initial, boolean fromTrigger) {
    recheckPlanned = false;
    Optional<RunningUnit> triggered = TriggerSupport.triggered(owner);
    if (triggered.isPresent() && !isDown(triggered.get())) {
      state("running");
      return;
    }
    if (anyGood(initial, fromTrigger) || anyGood(false, fromTrigger)) {
      running();
      return;
    }
    state("waiting");
  }

  private boolean isDown(RunningUnit unit) {
    ActiveState active = unit.active();
    return processOne().version().number() >= 257
        ? active.isInactiveOrDeactivating()
        : active.isInactiveOrFailed();
  }

  private boolean anyGood(boolean initial, boolean fromTrigger) {
    boolean any = false;
    for (PathWatch watch : watches) {
      any |= watch.isGood(files(), initial, fromTrigger);
    }
    return any;
  }

  /** path_enter_running(). */
  private void running() {
    if (owner.stopPending()) {
      return;
    }
    if (!triggerLimit.below(processOne().now())) {
      dead("trigger-limit-hit");
      return;
    }
    Optional<RunningUnit> triggered = TriggerSupport.triggered(owner);
    boolean added =
        triggered.isPresent()
            && processOne()
                .addJob(JobType.START, triggered.get().unit(), JobMode.REPLACE)
                .refusal()
                .isEmpty();
    if (added) {
      state("running");
    } else {
      dead("resources");
    }
  }

  /** A file was written, made or taken away. */
  void fileChanged(String path) {
    if (!state.equals("waiting")) {
      return;
    }
    for (PathWatch watch : watches) {
      boolean itself = watch.path().equals(path) || path.equals(above(watch.path(), path));
      boolean changed =
          watch.changes()
              && watch.existed()
              && (watch.path().equals(path) || path.startsWith(watch.path() + "/"));
      if (changed) {
        running();
        return;
      }
      if (itself || path.startsWith(watch.path() + "/") || watch.kind().endsWith("Glob")) {
        waiting(false, false);
        return;
      }
    }
  }

  private static String above(String watched, String path) {
    return watched.startsWith(path + "/") ? path : "";
  }

  @Override
  public void triggerChanged(RunningUnit triggered) {
    if (!state.equals("waiting") && !state.equals("running")) {
      return;
    }
    if (triggered.startLimitHit()) {
      dead("unit-start-limit-hit");
      return;
    }
    if (triggered.job() != null) {
      return;
    }
    boolean down = isDown(triggered);
    boolean matters = state.equals("running") == down;
    if (matters && !recheckPlanned) {
      recheckPlanned = true;
      processOne().post(() -> recheck(triggered));
    }
  }

  /** path_trigger_notify_on_defer(): looks again before it acts. */
  private void recheck(RunningUnit triggered) {
    if (!recheckPlanned) {
      return;
    }
    recheckPlanned = false;
    if (!state.equals("waiting") && !state.equals("running")) {
      return;
    }
    if (triggered.startLimitHit()) {
      dead("unit-start-limit-hit");
    } else if (triggered.job() == null && state.equals("running") == isDown(triggered)) {
      waiting(false, true);
    }
  }

  @Override
  public void reloaded(Unit unit) {
    triggerLimit = read(unit);
  }

  @Override
  public void coldplug() {
    if (state.equals("waiting") || state.equals("running")) {
      waiting(true, false);
    }
  }

  @Override
  public void resetFailed() {
    if (state.equals("failed")) {
      state("dead");
    }
    result = "success";
  }
}
