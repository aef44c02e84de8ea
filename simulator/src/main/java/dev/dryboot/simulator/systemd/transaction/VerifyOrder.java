package dev.dryboot.simulator.systemd.transaction;

import dev.dryboot.simulator.systemd.unit.Dependency.Atom;
import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fifth step: finds ordering cycles and breaks them (transaction_verify_order). systemd walks
 * depth first, from jobs and over neighbours in the order of hash tables, and when the walk closes
 * a cycle drops the first job, backwards from where it was closed, that does not matter to the
 * anchor. As any member of any cycle can be that one, the jobs systemd may drop are exactly those
 * in a strongly connected component that do not matter to the anchor; one is chosen.
 */
final class VerifyOrder {
  private final JobSet jobs;
  private final Situation situation;

  enum Verdict {
    FINE,
    /** A job was dropped to break a cycle: verify again. */
    AGAIN,
    /** There is a cycle of which nothing can be dropped. */
    CYCLIC
  }

  private VerifyOrder(JobSet jobs, Situation situation) {
    this.jobs = jobs;
    this.situation = situation;
  }

  static Verdict verify(JobSet jobs, Situation situation, List<DeletedJob> deleted) {
    return new VerifyOrder(jobs, situation).verify(deleted);
  }

  private Verdict verify(List<DeletedJob> deleted) {
    List<OrderedJob> component = new Components().firstCycle();
    if (component == null) {
      return Verdict.FINE;
    }
    List<PlannedJob> candidates = new ArrayList<>();
    for (OrderedJob job : component) {
      if (job instanceof PlannedJob planned && !mattersToAnchor(planned.unit())) {
        candidates.add(planned);
      }
    }
    if (candidates.isEmpty()) {
      return Verdict.CYCLIC;
    }
    candidates.sort(Comparator.comparing((PlannedJob j) -> j.unit().id()));
    int choice = candidates.size() == 1 ? 0 : situation.ties().choose(candidates.size());
    PlannedJob victim = candidates.get(choice);
    deleted.add(
        new DeletedJob(
            victim.unit(),
            victim.type(),
            cycleThrough(victim, component),
            candidates.stream().map(PlannedJob::unit).toList()));
    jobs.deleteUnit(victim.unit());
    return Verdict.AGAIN;
  }

  private boolean mattersToAnchor(Unit unit) {
    for (PlannedJob job : jobs.of(unit)) {
      if (job.mattersToAnchor()) {
        return true;
      }
    }
    return false;
  }

  /** The job of a unit that counts: the transaction's latest one, or else the installed one. */
  private @Nullable OrderedJob jobOf(Unit unit) {
    List<PlannedJob> planned = jobs.of(unit);
    return planned.isEmpty() ? situation.installed(unit) : planned.getFirst();
  }

  /** The jobs that {@code job} runs before. */
  private List<OrderedJob> after(OrderedJob job) {
    List<OrderedJob> next = new ArrayList<>();
    for (Unit other : job.unit().with(Atom.BEFORE)) {
      OrderedJob job2 = jobOf(other);
      if (job2 != null && OrderedJob.compareBefore(job, job2) < 0) {
        next.add(job2);
      }
    }
    for (Unit other : job.unit().with(Atom.AFTER)) {
      OrderedJob job2 = jobOf(other);
      if (job2 != null && OrderedJob.compareBefore(job2, job) > 0) {
        next.add(job2);
      }
    }
    return next;
  }

  /** A shortest cycle through {@code victim}, its own unit first. */
  private List<Unit> cycleThrough(OrderedJob victim, List<OrderedJob> component) {
    Map<OrderedJob, OrderedJob> from = new LinkedHashMap<>();
    ArrayDeque<OrderedJob> pending = new ArrayDeque<>(List.of(victim));
    while (!pending.isEmpty()) {
      OrderedJob job = pending.poll();
      for (OrderedJob next : after(job)) {
        if (next == victim) {
          List<Unit> cycle = new ArrayList<>();
          for (OrderedJob at = job; at != victim; at = from.getOrDefault(at, victim)) {
            cycle.addFirst(at.unit());
          }
          cycle.addFirst(victim.unit());
          return cycle;
        }
        if (component.contains(next) && from.putIfAbsent(next, job) == null) {
          pending.add(next);
        }
      }
    }
    return List.of(victim.unit());
  }

  /** Tarjan's strongly connected components, without recursion. */
  private final class Components {
    private final Map<OrderedJob, Node> nodes = new IdentityHashMap<>();
    private final ArrayDeque<Node> stack = new ArrayDeque<>();
    private int counter;

    private static final class Node {
      final OrderedJob job;
      final List<OrderedJob> next;
      int position;
      int index;
      int low;
      boolean onStack = true;

      Node(OrderedJob job, List<OrderedJob> next, int index) {
        this.job = job;
        this.next = next;
        this.index = index;
        this.low = index;
      }
    }

    @Nullable List<OrderedJob> firstCycle() {
      for (List<PlannedJob> ofUnit : jobs.byUnit()) {
        if (!nodes.containsKey(ofUnit.getFirst())) {
          List<OrderedJob> found = walk(ofUnit.getFirst());
          if (found != null) {
            return found;
          }
        }
      }
      return null;
    }

    private Node enter(OrderedJob job) {
      Node node = new Node(job, after(job), counter++);
      nodes.put(job, node);
      stack.push(node);
      return node;
    }

    private @Nullable List<OrderedJob> walk(OrderedJob start) {
      ArrayDeque<Node> path = new ArrayDeque<>();
      path.push(enter(start));
      while (!path.isEmpty()) {
        Node node = path.getFirst();
        if (node.position < node.next.size()) {
          OrderedJob next = node.next.get(node.position++);
          Node known = nodes.get(next);
          if (known == null) {
            path.push(enter(next));
          } else if (known.onStack) {
            node.low = Math.min(node.low, known.index);
          }
          continue;
        }
        path.pop();
        if (!path.isEmpty()) {
          path.getFirst().low = Math.min(path.getFirst().low, node.low);
        }
        if (node.low == node.index) {
          List<OrderedJob> component = popTo(node);
          if (component.size() > 1) {
            return component;
          }
        }
      }
      return null;
    }

    private List<OrderedJob> popTo(Node root) {
      List<OrderedJob> component = new ArrayList<>(1);
      Node node;
      do {
        node = stack.pop();
        node.onStack = false;
        component.add(node.job);
      } while (node != root);
      return component;
    }
  }
}
