package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.kernel.Ticket;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.transaction.OrderedJob;
import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A job that is installed. */
public final class Job implements OrderedJob {
  private final int id;
  private final RunningUnit owner;
  private final long installedAt;
  private final List<Consumer<JobResult>> waiting = new ArrayList<>(0);
  private JobType type;
  private boolean running;
  private boolean irreversible;
  private boolean ignoresOrder;
  private boolean queued;
  private long urgency;
  private long beginning;
  private boolean gone;
  private @Nullable Ticket timeout;
  private @Nullable Job heldBackBy;

  Job(
      int id,
      RunningUnit owner,
      JobType type,
      boolean irreversible,
      boolean ignoresOrder,
      long at) {
    this.id = id;
    this.owner = owner;
    this.type = type;
    this.irreversible = irreversible;
    this.ignoresOrder = ignoresOrder;
    this.installedAt = at;
  }

  public int id() {
    return id;
  }

  @Override
  public Unit unit() {
    return owner.unit();
  }

  public RunningUnit owner() {
    return owner;
  }

  @Override
  public JobType type() {
    return type;
  }

  @Override
  public boolean ignoresOrder() {
    return ignoresOrder;
  }

  @Override
  public boolean irreversible() {
    return irreversible;
  }

  /** Whether it runs; else it waits. */
  public boolean running() {
    return running;
  }

  /** When it was installed, in microseconds. */
  public long installedAt() {
    return installedAt;
  }

  /** Calls {@code then} when the job has ended for good. */
  public void whenEnded(Consumer<JobResult> then) {
    waiting.add(then);
  }

  void running(boolean now) {
    running = now;
  }

  void type(JobType now) {
    type = now;
  }

  void absorb(boolean irreversibleToo, boolean ignoresOrderToo) {
    irreversible |= irreversibleToo;
    ignoresOrder |= ignoresOrderToo;
  }

  boolean queued() {
    return queued;
  }

  /** It waits in the run queue, as urgent as it is now. */
  void queue() {
    queued = true;
    urgency = owner.urgency();
    beginning = unit().name().beginning();
  }

  void dequeue() {
    queued = false;
  }

  /** {@link RunningUnit#urgency} when it was queued. */
  long urgency() {
    return urgency;
  }

  /** {@link dev.dryboot.simulator.systemd.unit.UnitName#beginning} of its unit. */
  long beginning() {
    return beginning;
  }

  /** {@code systemctl cancel}: of one job, or of all, which take no others along. */
  public void cancel(boolean recursive) {
    if (!gone) {
      owner.processOne().jobs().finish(this, JobResult.CANCELED, recursive);
    }
  }

  /** Whether it has ended. */
  public boolean gone() {
    return gone;
  }

  /** What held it back when that was last looked at. */
  @Nullable Job heldBackBy() {
    return heldBackBy;
  }

  void heldBackBy(@Nullable Job first) {
    heldBackBy = first;
  }

  @Nullable Ticket timeout() {
    return timeout;
  }

  void timeout(@Nullable Ticket at) {
    timeout = at;
  }

  void end(JobResult result) {
    gone = true;
    if (timeout != null) {
      timeout.cancel();
    }
    List.copyOf(waiting).forEach(w -> w.accept(result));
  }
}
