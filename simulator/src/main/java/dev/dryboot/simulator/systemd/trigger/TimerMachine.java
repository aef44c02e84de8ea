package dev.dryboot.simulator.systemd.trigger;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.value.TimeSpan;
import dev.dryboot.simulator.kernel.Ticket;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.systemd.core.Answer;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.UnitMachine;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.transaction.JobMode;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.unit.Settings;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A timer unit: starts another at certain times (timer.c). */
public final class TimerMachine implements UnitMachine {
  private static final List<String> KINDS =
      List.of("OnActiveSec", "OnBootSec", "OnStartupSec", "OnUnitActiveSec", "OnUnitInactiveSec");

  private final RunningUnit owner;
  private final TimerClock clock;
  private final List<Elapse> elapses = new ArrayList<>();
  private final long randomizedDelay;
  private final long accuracy;
  private final boolean remains;
  private final boolean persistent;
  private String state = "dead";
  private String result = "success";
  private long lastTrigger = -1;
  private @Nullable Ticket ticket;

  /** One of the times of a timer. */
  private static final class Elapse {
    final String kind;
    final long value;
    final String calendar;
    boolean disabled;

    Elapse(String kind, long value, String calendar) {
      this.kind = kind;
      this.value = value;
      this.calendar = calendar;
    }
  }

  public TimerMachine(RunningUnit owner, TimerClock clock) {
    this.owner = owner;
    this.clock = clock;
    Settings settings = owner.unit().settings();
    for (String kind : KINDS) {
      for (Directive directive : settings.list("Timer", kind)) {
        TimeSpan.read(directive.value())
            .value()
            .ifPresent(v -> elapses.add(new Elapse(kind, v.micros(), "")));
      }
    }
    for (Directive directive : settings.list("Timer", "OnCalendar")) {
      elapses.add(new Elapse("OnCalendar", 0, directive.value()));
    }
    this.accuracy = settings.microseconds("Timer", "AccuracySec", 60_000_000);
    this.randomizedDelay = settings.microseconds("Timer", "RandomizedDelaySec", 0);
    this.remains = settings.isTrue("Timer", "RemainAfterElapse", true);
    this.persistent = settings.isTrue("Timer", "Persistent", false);
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

  private String stampPath() {
    return "/var/lib/systemd/timers/stamp-" + owner.id();
  }

  @Override
  public Answer start() {
    if (!TriggerSupport.isLoaded(owner)) {
      return Answer.FAILED;
    }
    if (processOne().version().forgetsLastTriggerWhenTimerStarts()) {
      lastTrigger = -1;
    }
    for (Elapse elapse : elapses) {
      if (elapse.kind.equals("OnActiveSec")) {
        elapse.disabled = false;
      }
    }
    if (persistent) {
      readStamp();
    }
    result = "success";
    waiting();
    return Answer.OK;
  }

  private void readStamp() {
    Optional<SourceText> stamp = processOne().machine().files().read(stampPath());
    if (stamp.isPresent() && stamp.get().text().strip().matches("[0-9]{1,18}")) {
      lastTrigger = Long.parseLong(stamp.get().text().strip());
    } else {
      lastTrigger = processOne().now();
      writeStamp();
    }
  }

  private void writeStamp() {
    if (persistent) {
      processOne()
          .machine()
          .files()
          .write(
              stampPath(),
              new FileNode.Regular(SourceText.of(stampPath(), String.valueOf(lastTrigger))));
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

  /** timer_enter_waiting(): finds the next time, and waits for it. */
  private void waiting() {
    Optional<RunningUnit> triggered = TriggerSupport.triggered(owner);
    if (triggered.isEmpty()) {
      dead("resources");
      return;
    }
    boolean leaveAround = false;
    long next = Settings.INFINITY;
    for (Elapse elapse : elapses) {
      boolean byUnit = elapse.kind.startsWith("OnUnit");
      if (elapse.disabled) {
        continue;
      }
      leaveAround |= byUnit;
      long at = at(elapse, triggered.get());
      if (at < 0) {
        continue;
      }
      boolean once = !byUnit && !elapse.kind.equals("OnCalendar");
      if (once && lastTrigger >= 0 && at < processOne().now()) {
        elapse.disabled = true;
        continue;
      }
      next = Math.min(next, at);
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
    long random =
        randomizedDelay > 0
            ? processOne().machine().kernel().random().nextLong(randomizedDelay)
            : 0;
    ticket =
        processOne().after(Math.max(0, next + random - processOne().now()), accuracy, this::due);
  }

  private void due() {
    ticket = null;
    if (state.equals("waiting")) {
      running();
    }
  }

  /** When it elapses next, in microseconds; -1 where that cannot be said yet. */
  private long at(Elapse elapse, RunningUnit triggered) {
    long base =
        switch (elapse.kind) {
          case "OnActiveSec" ->
              active() == ActiveState.ACTIVE ? owner.inactiveExit() : processOne().now();
          case "OnBootSec" -> clock.kernelStart();
          case "OnStartupSec" -> clock.managerStart();
          case "OnUnitActiveSec" -> Math.max(triggered.inactiveExit(), lastTrigger);
          case "OnUnitInactiveSec" -> Math.max(triggered.inactiveEnter(), lastTrigger);
          default -> {
            long from = lastTrigger >= 0 ? lastTrigger : processOne().now();
            yield clock.nextCalendar(elapse.calendar, from);
          }
        };
    return base < 0 ? -1 : base + elapse.value;
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
    writeStamp();
    state("running");
  }

  @Override
  public void triggerChanged(RunningUnit triggered) {
    for (Elapse elapse : elapses) {
      if (elapse.kind.startsWith("OnUnit")) {
        elapse.disabled = false;
      }
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
  public void resetFailed() {
    if (state.equals("failed")) {
      state("dead");
    }
    result = "success";
  }
}
