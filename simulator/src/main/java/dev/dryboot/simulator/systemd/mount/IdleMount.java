package dev.dryboot.simulator.systemd.mount;

import dev.dryboot.simulator.machine.Mount;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.UnitTimer;
import dev.dryboot.simulator.systemd.unit.Settings;

/**
 * {@code TimeoutIdleSec=}: what an automount has mounted is unmounted again when nobody has used it
 * for that long (automount.c: automount_dispatch_expire). systemd asks the kernel each third of the
 * time, at most once a second, and whenever a mount is found in use its time begins anew.
 */
final class IdleMount {
  private static final long SECOND = 1_000_000;

  private final RunningUnit automount;
  private final String where;
  private final Runnable expired;
  private int users;
  private long begin;
  private long lastUsed;
  private boolean watching;
  private final UnitTimer timer;

  /**
   * @param expired called when the time is over: the mount is to be stopped
   */
  IdleMount(RunningUnit automount, String where, Runnable expired) {
    this.automount = automount;
    this.where = where;
    this.expired = expired;
    this.timer = new UnitTimer(automount, this::check);
  }

  private ProcessOne processOne() {
    return automount.processOne();
  }

  /** In whole seconds, as the kernel is told it; 0 where it stays mounted. */
  private long timeout() {
    long idle = automount.unit().settings().microseconds("Automount", "TimeoutIdleSec", 0);
    return idle == Settings.INFINITY ? 0 : (idle + SECOND - 1) / SECOND * SECOND;
  }

  private long interval() {
    long idle = automount.unit().settings().microseconds("Automount", "TimeoutIdleSec", 0);
    return Math.max(idle / 3, SECOND);
  }

  /** Something is mounted, and was just asked for. */
  void begin() {
    if (!watching && timeout() > 0) {
      watching = true;
      begin = processOne().now();
      lastUsed = begin;
      plan();
    }
  }

  /** Nothing is mounted any more, or nobody asks the kernel. */
  void end() {
    watching = false;
    timer.disarm();
  }

  /** A process looks into it, and may keep something of it open until it ends. */
  void usedBy(RunningProcess process) {
    users++;
    timer.disarm();
    process.whenEnded(
        () -> {
          users--;
          // The last check that found it in use was at or before this moment.
          lastUsed = Math.max(lastUsed, lastCheck());
          plan();
        });
  }

  private long lastCheck() {
    return begin + (processOne().now() - begin) / interval() * interval();
  }

  /** The first check after the time is over; none as long as somebody uses it. */
  private void plan() {
    if (!watching || users > 0) {
      return;
    }
    long least = lastUsed + timeout() - begin;
    long next = begin + (least + interval() - 1) / interval() * interval();
    timer.arm(Math.max(0, next - processOne().now()));
  }

  private void check() {
    if (!watching || users > 0) {
      return;
    }
    if (hasMountsBelow()) {
      lastUsed = processOne().now();
      plan();
    } else {
      expired.run();
    }
  }

  private boolean hasMountsBelow() {
    return processOne().machine().files().mounts().stream()
        .map(Mount::where)
        .anyMatch(w -> w.startsWith(where + "/"));
  }
}
