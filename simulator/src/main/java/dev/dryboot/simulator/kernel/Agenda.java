package dev.dryboot.simulator.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is to come, the earliest first, and at one moment by order. A heap with its keys beside it:
 * thousands of events wait at once, and comparing them is to touch none of them.
 */
final class Agenda<T> {
  private static final int WAYS = 4;

  private long[] times = new long[64];
  private long[] orders = new long[64];
  private @Nullable Object[] events = new @Nullable Object[64];
  private int size;

  /** The first one; null where there is none. */
  @SuppressWarnings("unchecked") // nothing but events is put into it
  @Nullable T peek() {
    return (T) events[0];
  }

  void add(long time, long order, T event) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      orders = Arrays.copyOf(orders, 2 * size);
      events = Arrays.copyOf(events, 2 * size);
    }
    int at = size++;
    while (at > 0) {
      int parent = (at - 1) / WAYS;
      if (!isBefore(time, order, parent)) {
        break;
      }
      move(parent, at);
      at = parent;
    }
    put(at, time, order, event);
  }

  /** Takes out the first one. */
  void remove() {
    int last = --size;
    long time = times[last];
    long order = orders[last];
    Object event = events[last];
    int at = 0;
    for (int child = 1; child < last; child = WAYS * at + 1) {
      int first = firstOf(child, Math.min(child + WAYS, last));
      if (isBefore(time, order, first)) {
        break;
      }
      move(first, at);
      at = first;
    }
    events[last] = null;
    if (last > 0) {
      put(at, time, order, event);
    }
  }

  void clear() {
    Arrays.fill(events, 0, size, null);
    size = 0;
  }

  private int firstOf(int from, int to) {
    int first = from;
    for (int i = from + 1; i < to; i++) {
      if (isBefore(times[i], orders[i], first)) {
        first = i;
      }
    }
    return first;
  }

  private boolean isBefore(long time, long order, int other) {
    return time != times[other] ? time < times[other] : order < orders[other];
  }

  private void move(int from, int to) {
    put(to, times[from], orders[from], events[from]);
  }

  private void put(int at, long time, long order, @Nullable Object event) {
    times[at] = time;
    orders[at] = order;
    events[at] = event;
  }
}
