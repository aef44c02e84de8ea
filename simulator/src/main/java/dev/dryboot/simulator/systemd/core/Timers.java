package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.kernel.Kernel;
import dev.dryboot.simulator.kernel.Stage;
import dev.dryboot.simulator.kernel.Ticket;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The manager's timers (sd-event.c). A timer has an accuracy: it is handled when the manager is
 * awake anyway after it is due, and else wakes the manager at the one moment of its window that
 * lies on a grid of a quarter of a second, whose phase is drawn at boot (sleep_between).
 */
final class Timers {
  /** DEFAULT_ACCURACY_USEC, which service timeouts and restart delays have. */
  static final long DEFAULT_ACCURACY = 250_000;

  private final Kernel kernel;
  private final Runnable wake;
  private final long phase;
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(
          Comparator.comparingLong((Timer t) -> t.due).thenComparingLong(t -> t.number));
  private long numbers;

  Timers(Kernel kernel, Runnable wake) {
    this.kernel = kernel;
    this.wake = wake;
    this.phase = kernel.random().nextLong(DEFAULT_ACCURACY);
  }

  /** One timer, and the event that it is once it is due. */
  static final class Timer implements Ticket, Runnable {
    final EventLoop.Priority priority;
    private final long due;
    private final long number;
    private final Runnable action;
    private final Ticket latest;
    private boolean over;

    private Timer(
        EventLoop.Priority priority, long due, long number, Runnable action, Ticket latest) {
      this.priority = priority;
      this.due = due;
      this.number = number;
      this.action = action;
      this.latest = latest;
    }

    /** Nothing, where another event has cancelled it while it was pending. */
    @Override
    public void run() {
      if (!over) {
        over = true;
        action.run();
      }
    }

    @Override
    public void cancel() {
      over = true;
      latest.cancel();
    }

    @Override
    public boolean pending() {
      return !over;
    }

    @Override
    public long at() {
      return due;
    }
  }

  Ticket after(long delay, long accuracy, EventLoop.Priority priority, Runnable action) {
    long now = kernel.now();
    long due = delay >= Long.MAX_VALUE - now ? Long.MAX_VALUE : now + Math.max(0, delay);
    Ticket latest = kernel.after(latest(due, accuracy) - now, Stage.WORLD, wake);
    Timer timer = new Timer(priority, due, numbers++, action, latest);
    timers.add(timer);
    return timer;
  }

  private long latest(long due, long accuracy) {
    if (accuracy < DEFAULT_ACCURACY || due > Long.MAX_VALUE - 2 * accuracy) {
      return due;
    }
    long grid = (due - phase + DEFAULT_ACCURACY - 1) / DEFAULT_ACCURACY;
    return Math.max(due, grid * DEFAULT_ACCURACY + phase);
  }

  /** A timer that is due now, or null. */
  @org.jspecify.annotations.Nullable
  Timer due() {
    while (!timers.isEmpty() && (timers.peek().over || timers.peek().due <= kernel.now())) {
      Timer timer = timers.poll();
      if (!timer.over) {
        timer.latest.cancel();
        return timer;
      }
    }
    return null;
  }
}
