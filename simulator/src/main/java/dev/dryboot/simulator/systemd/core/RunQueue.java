package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.transaction.OrderedJob;
import dev.dryboot.simulator.systemd.unit.Dependency;
import dev.dryboot.simulator.systemd.unit.Dependency.Atom;
import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The jobs that may be ready to run, the most urgent one first (manager.h: run_queue). */
final class RunQueue {
  private static final Atom[] ORDER = {Atom.AFTER, Atom.BEFORE};

  private final ProcessOne processOne;
  private final PriorityQueue<Job> queue = new PriorityQueue<>(RunQueue::byPriority);

  RunQueue(ProcessOne processOne) {
    this.processOne = processOne;
  }

  /** unit_compare_priority(): by type, services last; then weight, niceness and name. */
  private static int byPriority(Job a, Job b) {
    int byUrgency = Long.compare(a.urgency(), b.urgency());
    if (byUrgency != 0) {
      return byUrgency;
    }
    int byBeginning = Long.compare(a.beginning(), b.beginning());
    return byBeginning != 0 ? byBeginning : a.unit().id().compareTo(b.unit().id());
  }

  /** Adds a job, and has the queue dispatched. */
  void add(Job job) {
    if (!job.queued() && !job.gone()) {
      job.queue();
      queue.add(job);
      processOne.planRunQueue();
    }
  }

  /** Adds the jobs of those that are ordered after or before a unit whose job has ended. */
  void addNeighbours(Unit unit) {
    for (Atom atom : ORDER) {
      for (Unit other : unit.with(atom)) {
        Job job = processOne.running(other).job();
        if (job != null) {
          add(job);
        }
      }
    }
  }

  /** Takes out the most urgent job that can run now; the ones that cannot are taken out, too. */
  @Nullable Job next() {
    Job job;
    while ((job = queue.poll()) != null) {
      job.dequeue();
      if (!job.gone() && !job.running() && !isHeldBack(job)) {
        return job;
      }
    }
    return null;
  }

  /**
   * Whether another job has to end first (job_is_runnable). A job is asked again whenever a
   * neighbour ends, so the job that held it back last is looked at before all others.
   */
  private boolean isHeldBack(Job job) {
    if (job.ignoresOrder() || job.type() == JobType.NOP) {
      return false;
    }
    Job last = job.heldBackBy();
    if (last != null && !last.gone() && isBefore(last, job)) {
      return true;
    }
    Job first = heldBackBy(job);
    job.heldBackBy(first);
    return first != null;
  }

  private static boolean isBefore(Job first, Job job) {
    return job.unit().has(Dependency.AFTER, first.unit())
            && OrderedJob.compareBefore(first, job) < 0
        || job.unit().has(Dependency.BEFORE, first.unit())
            && OrderedJob.compareBefore(job, first) > 0;
  }

  private @Nullable Job heldBackBy(Job job) {
    for (Unit other : job.unit().with(Atom.AFTER)) {
      Job first = processOne.running(other).job();
      if (first != null && OrderedJob.compareBefore(first, job) < 0) {
        return first;
      }
    }
    for (Unit other : job.unit().with(Atom.BEFORE)) {
      Job first = processOne.running(other).job();
      if (first != null && OrderedJob.compareBefore(job, first) > 0) {
        return first;
      }
    }
    return null;
  }
}
