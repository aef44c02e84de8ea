package dev.dryboot.simulator.kernel;

import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * The event loop of a simulation. Time is a number of microseconds since the first power-on. Events
 * run one after the other, in the order of (time, stage, tie-break, ticket): what is posted later
 * for the same moment and stage runs later, unless the tie-breaker shuffles.
 */
public final class Kernel {
  private final PriorityQueue<Event> agenda = new PriorityQueue<>();
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
    Event event = new Event(at, stage, tieBreaker.rank(tickets), tickets++, action);
    agenda.add(event);
    return event;
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
        agenda.poll();
        continue;
      }
      if (next.at > end) {
        now = Math.max(now, end);
        return deadline <= limits.time() ? RunEnd.DEADLINE : RunEnd.TIME_LIMIT;
      }
      if (++events > limits.events()) {
        return RunEnd.EVENT_LIMIT;
      }
      agenda.poll();
      now = next.at;
      next.done = true;
      next.action.run();
    }
  }

  /** When the next event is due, in microseconds; {@link Long#MAX_VALUE} where there is none. */
  public long nextAt() {
    while (!agenda.isEmpty() && agenda.peek().cancelled) {
      agenda.poll();
    }
    return agenda.isEmpty() ? Long.MAX_VALUE : agenda.peek().at;
  }

  /** Forgets everything that was to come: the power is cut. */
  public void clear() {
    agenda.clear();
  }

  private static final class Event implements Ticket, Comparable<Event> {
    private final long at;
    private final Stage stage;
    private final long rank;
    private final long ticket;
    private final Runnable action;
    private boolean cancelled;
    private boolean done;

    Event(long at, Stage stage, long rank, long ticket, Runnable action) {
      this.at = at;
      this.stage = stage;
      this.rank = rank;
      this.ticket = ticket;
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

    @Override
    public int compareTo(Event other) {
      int byTime = Long.compare(at, other.at);
      if (byTime != 0) {
        return byTime;
      }
      int byStage = stage.compareTo(other.stage);
      if (byStage != 0) {
        return byStage;
      }
      int byRank = Long.compare(rank, other.rank);
      return byRank != 0 ? byRank : Long.compare(ticket, other.ticket);
    }
  }
}
