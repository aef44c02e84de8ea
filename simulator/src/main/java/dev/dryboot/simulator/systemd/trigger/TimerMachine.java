package dev.dryboot.simulator.systemd.trigger;

import dev.dryboot.simulator.systemd.core.Answer;
import dev.dryboot.simulator.systemd.core.MachineState;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.SubState;
import dev.dryboot.simulator.systemd.core.UnitMachine;
import dev.dryboot.simulator.systemd.core.UnitResult;
import dev.dryboot.simulator.systemd.core.UnitTimer;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.unit.Settings;
import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A timer unit: starts another at certain times (timer.c). */
public final class TimerMachine implements UnitMachine {
  private final RunningUnit owner;
  private final TimerClock clock;
  private List<TimerValue> values = List.of();
  private long randomizedDelay;
  private boolean fixedDelay;
  private long accuracy;
  private boolean remains;
  private boolean persistent;
  private final TimerStamp stamp;
  private final MachineState<State> state;
  private final UnitTimer timer;
  private long lastTrigger = -1;

  /** TimerState. */
  private enum State implements SubState {
    DEAD(ActiveState.INACTIVE),
    WAITING(ActiveState.ACTIVE),
    RUNNING(ActiveState.ACTIVE),
    ELAPSED(ActiveState.ACTIVE),
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

  public TimerMachine(RunningUnit owner, TimerClock clock) {
    this.owner = owner;
    this.clock = clock;
    this.stamp = new TimerStamp(owner);
    this.timer = new UnitTimer(owner, this::running);
    this.state = new MachineState<>(owner, State.DEAD, State.FAILED, this::entering);
    read(owner.unit().settings());
  }

  private void read(Settings settings) {
    values = TimerValue.read(settings);
    accuracy =
        settings.microseconds("Timer", "AccuracySec", owner.unit().defaults().timerAccuracy());
    randomizedDelay = settings.microseconds("Timer", "RandomizedDelaySec", 0);
    fixedDelay = settings.isTrue("Timer", "FixedRandomDelay", false);
    remains = settings.isTrue("Timer", "RemainAfterElapse", true);
    persistent = settings.isTrue("Timer", "Persistent", false);
  }

  @Override
  public Map<String, List<String>> cleanable() {
    return persistent ? Map.of("state", List.of(stamp.path())) : Map.of();
  }

  private ProcessOne processOne() {
    return owner.processOne();
  }

  @Override
  public MachineState<?> state() {
    return state;
  }

  private void entering(State to) {
    if (to != State.WAITING) {
      timer.disarm();
    }
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
    if (processOne().version().forgetsLastTriggerWhenTimerStarts()) {
      lastTrigger = -1;
    }
    for (TimerValue value : values) {
      value.timerStarts();
    }
    if (persistent) {
      lastTrigger = stamp.readOrMake();
    }
    state.succeed();
    waiting();
    return Answer.OK;
  }

  @Override
  public Answer stop() {
    state.enterDead(UnitResult.SUCCESS);
    return Answer.OK;
  }

  /** timer_enter_waiting(): finds the next time, and waits for it. */
  private void waiting() {
    waiting(active() == ActiveState.ACTIVE ? owner.inactiveExit() : processOne().now());
  }

  private void waiting(long begun) {
    Optional<RunningUnit> triggered = owner.triggered();
    if (triggered.isEmpty()) {
      state.enterDead(UnitResult.RESOURCES);
      return;
    }
    boolean leaveAround = false;
    long next = Settings.INFINITY;
    for (TimerValue value : values) {
      OptionalLong at = value.next(owner, triggered.get(), clock, begun, lastTrigger);
      leaveAround |= value.byUnit() && !value.disabled();
      next = Math.min(next, at.orElse(Settings.INFINITY));
    }
    if (next == Settings.INFINITY) {
      elapsed(leaveAround);
      return;
    }
    timer.arm(Math.max(0, next + randomDelay() - processOne().now()), accuracy);
    state.set(State.WAITING);
  }

  /** With FixedRandomDelay= it depends on the machine's and the timer's name alone. */
  private long randomDelay() {
    if (randomizedDelay <= 0) {
      return 0;
    }
    if (!fixedDelay) {
      return processOne().machine().kernel().random().nextLong(randomizedDelay);
    }
    String names = processOne().facts().machineId() + owner.id();
    return new java.util.SplittableRandom(names.hashCode()).nextLong(randomizedDelay);
  }

  /** timer_enter_elapsed(). */
  private void elapsed(boolean leaveAround) {
    if (remains || leaveAround) {
      state.set(State.ELAPSED);
    } else {
      state.enterDead(UnitResult.SUCCESS);
    }
  }

  /** timer_enter_running(). */
  private void running() {
    if (owner.stopPending()) {
      return;
    }
    if (owner.triggered().filter(u -> u.enqueue(JobType.START)).isEmpty()) {
      state.enterDead(UnitResult.RESOURCES);
      return;
    }
    lastTrigger = processOne().now();
    if (persistent) {
      stamp.write(lastTrigger);
    }
    state.set(State.RUNNING);
  }

  @Override
  public void triggerChanged(RunningUnit triggered) {
    for (TimerValue value : values) {
      value.triggerChanged();
    }
    switch (state.now()) {
      case WAITING, ELAPSED -> waiting();
      case RUNNING -> {
        if (triggered.active().isInactiveOrFailed()) {
          waiting();
        }
      }
      case DEAD, FAILED -> {}
    }
  }

  @Override
  public void reloaded(Unit unit) {
    read(unit.settings());
  }

  /** One that waits finds its next time anew. */
  @Override
  public void coldplug() {
    if (state.now() == State.WAITING) {
      boolean anew = processOne().version().beginsTimersAnewOnReload();
      waiting(anew ? processOne().now() : owner.inactiveExit());
    }
  }
}
