package dev.dryboot.simulator.systemd.trigger;

/**
 * The clocks that timers go by, in microseconds of simulated time.
 *
 * @param kernelStart when this boot's kernel started
 * @param managerStart when the manager started
 * @param calendar says when a calendar expression elapses next
 */
public record TimerClock(long kernelStart, long managerStart, Calendar calendar) {

  /** Calendar expressions ({@code OnCalendar=}). */
  public interface Calendar {
    /** The first moment after {@code from} that {@code expression} names; -1 for never. */
    long next(String expression, long from);
  }

  long nextCalendar(String expression, long from) {
    return calendar.next(expression, from);
  }
}
