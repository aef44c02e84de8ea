package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.kernel.Ticket;
import dev.dryboot.simulator.systemd.unit.Settings;
import org.jspecify.annotations.Nullable;

/** The timer of a unit's machine, which is set for one moment at a time (unit_arm_timer). */
public final class UnitTimer {
  private final RunningUnit owner;
  private final Runnable elapsed;
  private @Nullable Ticket ticket;

  public UnitTimer(RunningUnit owner, Runnable elapsed) {
    this.owner = owner;
    this.elapsed = elapsed;
  }

  /** Sets it anew, with the usual accuracy; {@link Settings#INFINITY} means never. */
  public void arm(long microseconds) {
    arm(microseconds, Timers.DEFAULT_ACCURACY);
  }

  /** The same, with another accuracy. */
  public void arm(long microseconds, long accuracy) {
    disarm();
    if (microseconds != Settings.INFINITY) {
      ticket = owner.processOne().after(microseconds, accuracy, this::due);
    }
  }

  private void due() {
    ticket = null;
    elapsed.run();
  }

  public void disarm() {
    if (ticket != null) {
      ticket.cancel();
      ticket = null;
    }
  }

  /** When it elapses; {@link Settings#INFINITY} for never. */
  public long at() {
    return ticket == null ? Settings.INFINITY : ticket.at();
  }
}
