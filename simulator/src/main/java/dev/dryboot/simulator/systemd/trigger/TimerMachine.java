package dev.dryboot.simulator.systemd.trigger;

import dev.dryboot.simulator.kernel.Ticket;
import dev.dryboot.simulator.systemd.core.Answer;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.UnitMachine;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.transaction.JobMode;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.unit.Settings;
import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

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
  private String state = "dead";
  private String result = "success";
  private long lastTrigger = -1;
  private @Nullable Ticket ticket;

  public TimerMachine(RunningUnit owner, TimerClock clock) {
    this.owner = owner;
    this.clock = clock;
    this.stamp = new TimerStamp(owner);
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

  private ProcessOne processOne() {
    return owner.processOne();
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
    if (!to.equals("waiting") && ticket != null) {
      ticket.cancel();
      ticket = null;
    }
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
    if (processOne().version().forgetsLastTriggerWhenTimerStarts()) {
      lastTrigger = -1;
    }
    for (TimerValue value : values) {
      value.timerStarts();
    }
    if (persistent) {
      lastTrigger = stamp.readOrMake();
    }
    result = "success";
    waiting();
    return Answer.OK;
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

  /** timer_enter_waiting(): finds the next time, and waits for it. */
  private void waiting() {
    waiting(active() == ActiveState.ACTIVE ? owner.inactiveExit() : processOne().now());
  }

  private void waiting(long begun) {
    Optional<RunningUnit> triggered = TriggerSupport.triggered(owner);
    if (triggered.isEmpty()) {
      dead("resources");
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
    plan(next);
    state("waiting");
  }

  private void plan(long next) {
    if (ticket != null) {
      ticket.cancel();
    }
    long at = next + randomDelay();
    ticket = processOne().after(Math.max(0, at - processOne().now()), accuracy, this::due);
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

  private void due() {
    ticket = null;
    if (state.equals("waiting")) {
      running();
    }
  }

  /** timer_enter_elapsed(). */
  private void elapsed(boolean leaveAround) {
    if (remains || leaveAround) {
      state("elapsed");
    } else {
      dead("success");
    }
  }

  /** timer_enter_running(). */
  private void running() {
    if (owner.stopPending()) {
      return;
    }
    Optional<RunningUnit> triggered = TriggerSupport.triggered(owner);
    boolean added =
        triggered.isPresent()
            && processOne()
                .addJob(JobType.START, triggered.get().unit(), JobMode.REPLACE)
                .refusal()
                .isEmpty();
    if (!added) {
      dead("resources");
      return;
    }
    lastTrigger = processOne().now();
    if (persistent) {
      stamp.write(lastTrigger);
    }
    state("running");
  }

  @Override
  public void triggerChanged(RunningUnit triggered) {
    for (TimerValue value : values) {
      value.triggerChanged();
    }
    switch (state) {
      case "waiting", "elapsed" -> waiting();
      case "running" -> {
        if (triggered.active().isInactiveOrFailed()) {
          waiting();
        }
      }
      default -> {}
    }
  }

  @Override
  public void reloaded(Unit unit) {
    read(unit.settings());
  }

  /** One that waits finds its next time anew. */
  @Override
  public void coldplug() {
    if (state.equals("waiting")) {
      boolean anew = processOne().version().beginsTimersAnewOnReload();
      waiting(anew ? processOne().now() : owner.inactiveExit());
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
