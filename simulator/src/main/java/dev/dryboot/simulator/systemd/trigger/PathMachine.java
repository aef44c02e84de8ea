package dev.dryboot.simulator.systemd.trigger;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.systemd.core.Answer;
import dev.dryboot.simulator.systemd.core.MachineState;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RateLimit;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.SubState;
import dev.dryboot.simulator.systemd.core.UnitMachine;
import dev.dryboot.simulator.systemd.core.UnitResult;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
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
  private final MachineState<State> state;
  private RateLimit triggerLimit;
  private boolean recheckPlanned;

  /** PathState. */
  private enum State implements SubState {
    DEAD(ActiveState.INACTIVE),
    WAITING(ActiveState.ACTIVE),
    RUNNING(ActiveState.ACTIVE),
    FAILED(ActiveState.FAILED);

    private final ActiveState active;

    State(ActiveState active) {
      this.active = active;
    }

    @Override
    public ActiveState active() {
      return active;
    }
  }

  public PathMachine(RunningUnit owner, Map<Character, String> host) {
    this.owner = owner;
    this.host = host;
    this.state = new MachineState<>(owner, State.DEAD, State.FAILED, this::entering);
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
  public MachineState<?> state() {
    return state;
  }

  private void entering(State to) {
    recheckPlanned &= to == State.WAITING || to == State.RUNNING;
  }

  private boolean isWatching() {
    return state.now() == State.WAITING || state.now() == State.RUNNING;
  }

  @Override
  public Answer mayStart() {
    return state.mayStart();
  }

  @Override
  public Answer start() {
    if (!owner.isTriggerLoaded()) {
      return Answer.FAILED;
    }
    if (owner.unit().settings().isTrue("Path", "MakeDirectory", false)) {
      makeDirectories();
    }
    state.succeed();
    waiting(true, false);
    return Answer.OK;
  }

  private void makeDirectories() {
    for (PathWatch watch : watches) {
      if (watch.maybeMade() && !files().exists(watch.path())) {
        files().write(watch.path(), new FileNode.Directory());
      }
    }
  }

  @Override
  public Answer stop() {
    state.enterDead(UnitResult.SUCCESS);
    return Answer.OK;
  }

  /** path_enter_waiting(). */
  private void waiting(boolean initial, boolean fromTrigger) {
    recheckPlanned = false;
    Optional<RunningUnit> triggered = owner.triggered();
    if (triggered.isPresent() && !isDown(triggered.get())) {
      state.set(State.RUNNING);
      return;
    }
    if (anyGood(initial, fromTrigger) || anyGood(false, fromTrigger)) {
      running();
      return;
    }
    state.set(State.WAITING);
  }

  private boolean isDown(RunningUnit unit) {
    ActiveState active = unit.active();
    return processOne().version().takesStoppingForDown()
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
      state.enterDead(UnitResult.TRIGGER_LIMIT_HIT);
    } else if (owner.triggered().filter(u -> u.enqueue(JobType.START)).isPresent()) {
      state.set(State.RUNNING);
    } else {
      state.enterDead(UnitResult.RESOURCES);
    }
  }

  /** A file was written, made or taken away. */
  void fileChanged(String path) {
    if (state.now() != State.WAITING) {
      return;
    }
    for (PathWatch watch : watches) {
      if (watch.isChangedBy(path)) {
        running();
        return;
      }
      if (watch.isConcernedBy(path)) {
        waiting(false, false);
        return;
      }
    }
  }

  @Override
  public void triggerChanged(RunningUnit triggered) {
    triggerNotify(triggered, false);
  }

  /** path_trigger_notify_impl(): what has happened is looked at once more before it acts. */
  private void triggerNotify(RunningUnit triggered, boolean deferred) {
    if (!isWatching()) {
      return;
    }
    if (triggered.startLimitHit()) {
      state.enterDead(UnitResult.UNIT_START_LIMIT_HIT);
      return;
    }
    boolean matters =
        triggered.job() == null && isDown(triggered) == (state.now() == State.RUNNING);
    if (matters && deferred) {
      waiting(false, true);
    } else if (matters && !recheckPlanned) {
      recheckPlanned = true;
      processOne().post(() -> recheck(triggered));
    }
  }

  /** path_trigger_notify_on_defer(). */
  private void recheck(RunningUnit triggered) {
    if (recheckPlanned) {
      recheckPlanned = false;
      triggerNotify(triggered, true);
    }
  }

  @Override
  public void reloaded(Unit unit) {
    triggerLimit = read(unit);
  }

  @Override
  public void coldplug() {
    if (isWatching()) {
      waiting(true, false);
    }
  }
}
