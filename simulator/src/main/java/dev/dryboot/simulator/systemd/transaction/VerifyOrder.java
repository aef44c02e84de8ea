package dev.dryboot.simulator.systemd.transaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The fifth step: finds ordering cycles and breaks them (transaction_verify_order). systemd walks
 * depth first, from jobs and over neighbours in the order of hash tables, and when the walk closes
 * a cycle drops the first job, backwards from where it was closed, that does not matter to the
 * anchor. As any member of any cycle can be that one, the jobs systemd may drop are exactly those
 * in a strongly connected component that do not matter to the anchor; one is chosen. Components are
 * broken one after the other; which comes first is a choice only where it shows.
 */
final class VerifyOrder {
  private final JobSet jobs;
  private final Situation situation;
  private final OrderGraph graph;

  enum Verdict {
    FINE,
    /** A job was dropped to break a cycle: verify again. */
    AGAIN,
    /** There is a cycle of which nothing can be dropped. */
    CYCLIC
  }

  /** A job that may be dropped to break the cycles of its component. */
  private record Candidate(PlannedJob job, List<OrderedJob> component) {}

  private VerifyOrder(JobSet jobs, Situation situation) {
    this.jobs = jobs;
    this.situation = situation;
    this.graph = OrderGraph.ofLatestJobs(jobs, situation);
  }

  static Verdict verify(JobSet jobs, Situation situation, List<DeletedJob> deleted) {
    return new VerifyOrder(jobs, situation).verify(deleted);
  }

  private Verdict verify(List<DeletedJob> deleted) {
    List<List<OrderedJob>> components = graph.cycles();
    if (components.isEmpty()) {
      return Verdict.FINE;
    }
    List<List<Candidate>> candidates = components.stream().map(this::candidates).toList();
    boolean hopeless = candidates.stream().anyMatch(List::isEmpty);
    List<Candidate> open = new ArrayList<>();
    if (hopeless || touchEachOther(candidates)) {
      candidates.forEach(open::addAll);
    } else {
      open.addAll(candidates.getFirst());
    }
    int options = open.size() + (hopeless ? 1 : 0);
    int choice = options == 1 ? 0 : situation.ties().choose(options);
    if (hopeless && choice == 0) {
      return Verdict.CYCLIC;
    }
    drop(open.get(hopeless ? choice - 1 : choice), deleted);
    return Verdict.AGAIN;
  }

  private List<Candidate> candidates(List<OrderedJob> component) {
    List<Candidate> candidates = new ArrayList<>();
    for (OrderedJob job : component) {
      if (job instanceof PlannedJob planned && !mattersToAnchor(planned)) {
        candidates.add(new Candidate(planned, component));
      }
    }
    candidates.sort(Comparator.comparing(c -> c.job().unit().id()));
    return candidates;
  }

  private boolean mattersToAnchor(PlannedJob job) {
    return jobs.of(job.unit()).stream().anyMatch(PlannedJob::mattersToAnchor);
  }

  /** Whether dropping a job of one component takes along a job of another one. */
  private boolean touchEachOther(List<List<Candidate>> candidates) {
    if (candidates.size() == 1) {
      return false;
    }
    for (List<Candidate> ofComponent : candidates) {
      for (Candidate candidate : ofComponent) {
        Set<PlannedJob> gone = new HashSet<>();
        jobs.of(candidate.job().unit()).forEach(job -> addRequirers(job, gone));
        for (List<Candidate> other : candidates) {
          if (other != ofComponent
              && other.getFirst().component().stream().anyMatch(gone::contains)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static void addRequirers(PlannedJob job, Set<PlannedJob> gone) {
    if (gone.add(job)) {
      for (PlannedJob.Link link : job.neededBy) {
        if (link.matters()) {
          addRequirers(link.subject(), gone);
        }
      }
    }
  }

  private void drop(Candidate victim, List<DeletedJob> deleted) {
    List<PlannedJob> same = candidates(victim.component()).stream().map(Candidate::job).toList();
    PlannedJob job = victim.job();
    deleted.add(
        new DeletedJob(
            job.unit(),
            job.type(),
            graph.cycleThrough(job, victim.component()),
            same.stream().map(PlannedJob::unit).toList()));
    jobs.deleteUnit(job.unit());
  }
}
