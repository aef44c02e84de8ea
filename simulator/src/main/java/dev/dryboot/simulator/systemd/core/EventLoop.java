package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.kernel.Kernel;
import dev.dryboot.simulator.kernel.Stage;
import dev.dryboot.simulator.kernel.Ticket;
import dev.dryboot.simulator.systemd.SystemdVersion;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Objects;
import java.util.PriorityQueue;

/**
 * The manager's event loop (manager.c: manager_loop): deferred queues first, then one event by
 * priority, and again; when nothing is left at a moment, the run queue.
 */
public final class EventLoop {
  /** Events by priority (manager.h: EVENT_PRIORITY_…). */
  public enum Priority {
    MOUNT_TABLE,
    EXEC_FD,
    CGROUP_OOM,
    NOTIFY,
    SIGCHLD,
    CGROUP_EMPTY,
    NORMAL,
    IDLE
  }

  private record EndedChild(long place, Runnable event) {}

  private static final Priority[] PRIORITIES = Priority.values();

  private final Kernel kernel;
  private final Runnable deferred;
  private final Runnable runQueue;
  private final boolean idleFirst;
  private final Timers timers;
  private final EnumMap<Priority, ArrayDeque<Runnable>> pending = new EnumMap<>(Priority.class);
  private final PriorityQueue<EndedChild> ended =
      new PriorityQueue<>(Comparator.comparingLong(EndedChild::place));
  private boolean iterationPlanned;
  private boolean runQueuePlanned;
  private boolean stopped;

  EventLoop(Kernel kernel, SystemdVersion version, Runnable deferred, Runnable runQueue) {
    this.kernel = kernel;
    this.idleFirst = version.handlesWatchdogsBeforeJobs();
    this.deferred = deferred;
    this.runQueue = runQueue;
    this.timers = new Timers(kernel, this::wake);
    for (Priority priority : PRIORITIES) {
      pending.put(priority, new ArrayDeque<>());
    }
  }

  void post(Priority priority, Runnable event) {
    pending.getOrDefault(priority, new ArrayDeque<>()).add(event);
    wake();
  }

  /** Of the children that have ended by then the first in {@code place} is handled. */
  void postChildEnded(long place, Runnable event) {
    ended.add(new EndedChild(place, event));
    post(Priority.SIGCHLD, () -> Objects.requireNonNull(ended.poll()).event().run());
  }

  /** Handles {@code event} once {@code delay} microseconds are over, within the accuracy. */
  Ticket after(long delay, long accuracy, Priority priority, Runnable event) {
    return timers.after(delay, accuracy, priority, event);
  }

  /** Makes the loop go round once more. */
  void wake() {
    if (!iterationPlanned && !stopped) {
      iterationPlanned = true;
      kernel.after(0, Stage.EVENT, this::iterate);
    }
  }

  /** Has the run queue run once nothing else is to be done at this moment. */
  void planRunQueue() {
    if (!runQueuePlanned && !stopped) {
      runQueuePlanned = true;
      kernel.after(0, Stage.DEFERRED, this::drain);
    }
  }

  void stop() {
    stopped = true;
    pending.values().forEach(ArrayDeque::clear);
    ended.clear();
  }

  private void iterate() {
    iterationPlanned = false;
    deferred.run();
    for (Timers.Timer due = timers.due(); due != null; due = timers.due()) {
      post(due.priority, due);
    }
    Runnable event = next();
    if (event == null || stopped) {
      return;
    }
    event.run();
    deferred.run();
    wakeIfPending();
  }

  private void wakeIfPending() {
    for (ArrayDeque<Runnable> events : pending.values()) {
      if (!events.isEmpty()) {
        wake();
        return;
      }
    }
  }

  private @org.jspecify.annotations.Nullable Runnable next() {
    for (Priority priority : PRIORITIES) {
      ArrayDeque<Runnable> events = pending.get(priority);
      boolean later = priority == Priority.IDLE && runQueuePlanned && !idleFirst;
      if (events != null && !events.isEmpty() && !later) {
        return events.poll();
      }
    }
    return null;
  }

  private void drain() {
    runQueuePlanned = false;
    if (!stopped) {
      deferred.run();
      runQueue.run();
      wake();
    }
  }
}
