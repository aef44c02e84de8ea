package dev.dryboot.simulator.kernel;

import java.util.SplittableRandom;

/**
 * The event loop of a simulation. Time is a number of microseconds since the first power-on. Events
 * run one after the other, in the order of (time, stage, tie-break, ticket): what is posted later
 * for the same moment and stage runs later, unless the tie-breaker shuffles.
 */
public final class Kernel {
  private static final int RANK_BITS = 20;
  private static final int TICKET_BITS = 41;

  private final Agenda<Event> agenda = new Agenda<>();
  private final TieBreaker tieBreaker;
  private final SplittableRandom random;
  private final Limits limits;
  private long now;
  private long tickets;
  private long events;

  public Kernel(TieBreaker tieBreaker, long seed, Limits limits) {
    this.tieBreaker = tieBreaker;
    this.random = new SplittableRandom(seed);
    this.limits = limits;
  }

  /** A kernel in canonical order with seed 0 and the usual limits. */
  public static Kernel canonical() {
    return new Kernel(TieBreaker.CANONICAL, 0, Limits.USUAL);
  }

  /** The current moment, in microseconds since the first power-on. */
  public long now() {
    return now;
  }

  /** Events run so far. */
  public long events() {
    return events;
  }

  /** The simulation's own chance; the same seed gives the same numbers. */
  public SplittableRandom random() {
    return random;
  }

  public TieBreaker tieBreaker() {
    return tieBreaker;
  }

  /** Runs {@code action} at {@code delay} microseconds from now; a delay below 0 counts as 0. */
  public Ticket after(long delay, Stage stage, Runnable action) {
    long at = delay >= Long.MAX_VALUE - now ? Long.MAX_VALUE : now + Math.max(0, delay);
    Event event = new Event(at, action);
    agenda.add(at, order(stage), event);
    return event;
  }

  /** Stage, rank and ticket of an event, the first of them the most significant. */
  private long order(Stage stage) {
    long staged = (long) stage.ordinal() << RANK_BITS;
    long ranked = (staged | tieBreaker.rank(tickets)) << TICKET_BITS;
    return ranked | tickets++;
  }

  /** Runs {@code action} at {@code delay} microseconds from now, among the ordinary events. */
  public Ticket after(long delay, Runnable action) {
    return after(delay, Stage.EVENT, action);
  }

  /** Runs until nothing is left to do, or until {@code deadline} (microseconds), or to a limit. */
  public RunEnd run(long deadline) {
    long end = Math.min(deadline, limits.time());
    while (true) {
      Event next = agenda.peek();
      if (next == null) {
        return RunEnd.QUIESCENT;
      }
      if (next.cancelled) {
        agenda.remove();
        continue;
      }
      if (next.at > end) {
        now = Math.max(now, end);
        return deadline <= limits.time() ? RunEnd.DEADLINE : RunEnd.TIME_LIMIT;
      }
      if (++events > limits.events()) {
        return RunEnd.EVENT_LIMIT;
      }
      agenda.remove();
      now = next.at;
      next.done = true;
      next.action.run();
    }
  }

  /** When the next event is due, in microseconds; {@link Long#MAX_VALUE} where there is none. */
  public long nextAt() {
    Event next = agenda.peek();
    while (next != null && next.cancelled) {
      agenda.remove();
      next = agenda.peek();
    }
    return next == null ? Long.MAX_VALUE : next.at;
  }

  /** Forgets everything that was to come: the power is cut. */
  public void clear() {
    agenda.clear();
  }

  private static final class Event implements Ticket {
    private final long at;
    private final Runnable action;
    private boolean cancelled;
    private boolean done;

    Event(long at, Runnable action) {
      this.at = at;
      this.action = action;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }

    @Override
    public boolean pending() {
      return !cancelled && !done;
    }

    @Override
    public long at() {
      return at;
    }
  }
}
