package dev.dryboot.simulator.systemd.trigger;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.value.TimeSpan;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.unit.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** One of the times of a timer, such as OnBootSec= (timer.h: TimerValue). */
final class TimerValue {
  private final Base base;
  private final long value;
  private final String calendar;
  private boolean disabled;

  /** What it counts from (TimerBase). */
  private enum Base {
    ACTIVE("OnActiveSec"),
    BOOT("OnBootSec"),
    STARTUP("OnStartupSec"),
    UNIT_ACTIVE("OnUnitActiveSec"),
    UNIT_INACTIVE("OnUnitInactiveSec"),
    CALENDAR("OnCalendar");

    private final String directive;

    Base(String directive) {
      this.directive = directive;
    }
  }

  private TimerValue(Base base, long value, String calendar) {
    this.base = base;
    this.value = value;
    this.calendar = calendar;
  }

  /** The times that section [Timer] says. */
  static List<TimerValue> read(Settings settings) {
    List<TimerValue> values = new ArrayList<>();
    for (Base base : Base.values()) {
      for (Directive directive : settings.list("Timer", base.directive)) {
        if (base == Base.CALENDAR) {
          values.add(new TimerValue(base, 0, directive.value()));
        } else {
          TimeSpan.read(directive.value())
              .value()
              .ifPresent(v -> values.add(new TimerValue(base, v.micros(), "")));
        }
      }
    }
    return values;
  }

  /** Whether it counts from a change of the unit that the timer starts. */
  boolean byUnit() {
    return base == Base.UNIT_ACTIVE || base == Base.UNIT_INACTIVE;
  }

  boolean disabled() {
    return disabled;
  }

  void timerStarts() {
    disabled &= base != Base.ACTIVE;
  }

  void triggerChanged() {
    disabled &= !byUnit();
  }

  /**
   * When it elapses next, in microseconds; empty where that cannot be said yet, or where it was
   * once and is past, which disables it.
   *
   * @param begun since when the timer is active
   * @param lastTrigger when the timer last elapsed; below 0 where it has not
   */
  OptionalLong next(
      RunningUnit timer, RunningUnit triggered, TimerClock clock, long begun, long lastTrigger) {
    if (disabled) {
      return OptionalLong.empty();
    }
    long from = base(timer, triggered, clock, begun, lastTrigger);
    if (from < 0) {
      return OptionalLong.empty();
    }
    boolean once = !byUnit() && base != Base.CALENDAR;
    long next = from + value;
    if (once && lastTrigger >= 0 && isPast(next, timer.processOne().now(), lastTrigger)) {
      disabled = true;
      return OptionalLong.empty();
    }
    return OptionalLong.of(next);
  }

  /** A real clock has moved on once the timer has elapsed; a simulated one may not have. */
  private static boolean isPast(long next, long now, long lastTrigger) {
    return next < now || (next == now && lastTrigger >= next);
  }

  private long base(
      RunningUnit timer, RunningUnit triggered, TimerClock clock, long begun, long lastTrigger) {
    long now = timer.processOne().now();
    return switch (base) {
      case ACTIVE -> begun;
      case BOOT -> clock.kernelStart();
      case STARTUP -> clock.managerStart();
      case UNIT_ACTIVE -> Math.max(triggered.inactiveExit(), lastTrigger);
      case UNIT_INACTIVE -> Math.max(triggered.inactiveEnter(), lastTrigger);
      case CALENDAR -> clock.nextCalendar(calendar, lastTrigger >= 0 ? lastTrigger : now);
    };
  }
}
