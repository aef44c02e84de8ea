package dev.dryboot.simulator.systemd.transaction;

import dev.dryboot.simulator.systemd.unit.Dependency.Atom;
import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which jobs run before which, and where that goes round in a circle. */
final class OrderGraph {
  private final JobSet jobs;
  private final Situation situation;
  private final boolean allJobs;

  private OrderGraph(JobSet jobs, Situation situation, boolean allJobs) {
    this.jobs = jobs;
    this.situation = situation;
    this.allJobs = allJobs;
  }

  /** The graph in which of each unit's jobs the latest counts, as it does for systemd. */
  static OrderGraph ofLatestJobs(JobSet jobs, Situation situation) {
    return new OrderGraph(jobs, situation, false);
  }

  /** The graph of all jobs, of which the one that systemd walks is a part, whatever is latest. */
  static OrderGraph ofAllJobs(JobSet jobs, Situation situation) {
    return new OrderGraph(jobs, situation, true);
  }

  /** The strongly connected components of more than one job. */
  List<List<OrderedJob>> cycles() {
    return new Components().cycles();
  }

  /** The jobs of a unit that count: the transaction's, or else the installed one. */
  private List<? extends OrderedJob> of(Unit unit) {
    List<PlannedJob> planned = jobs.of(unit);
    if (planned.isEmpty()) {
      OrderedJob installed = situation.installed(unit);
      return installed == null ? List.of() : List.of(installed);
    }
    return allJobs || planned.size() == 1 ? planned : planned.subList(0, 1);
  }

  /** The jobs that {@code job} runs before. */
  private List<OrderedJob> after(OrderedJob job) {
    List<OrderedJob> next = new ArrayList<>();
    for (Unit other : job.unit().with(Atom.BEFORE)) {
      for (OrderedJob second : of(other)) {
        if (OrderedJob.compareBefore(job, second) < 0) {
          next.add(second);
        }
      }
    }
    for (Unit other : job.unit().with(Atom.AFTER)) {
      for (OrderedJob first : of(other)) {
        if (OrderedJob.compareBefore(first, job) > 0) {
          next.add(first);
        }
      }
    }
    return next;
  }

  /** A shortest cycle through {@code victim}, its own unit first. */
  List<Unit> cycleThrough(OrderedJob victim, List<OrderedJob> component) {
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
    private final List<List<OrderedJob>> found = new ArrayList<>();
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

    List<List<OrderedJob>> cycles() {
      for (List<PlannedJob> ofUnit : jobs.byUnit()) {
        for (OrderedJob job : of(ofUnit.getFirst().unit())) {
          if (!nodes.containsKey(job)) {
            walk(job);
          }
        }
      }
      return found;
    }

    private Node enter(OrderedJob job) {
      Node node = new Node(job, after(job), counter++);
      nodes.put(job, node);
      stack.push(node);
      return node;
    }

    private void walk(OrderedJob start) {
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
          popTo(node);
        }
      }
    }

    private void popTo(Node root) {
      List<OrderedJob> component = new ArrayList<>(1);
      Node node;
      do {
        node = stack.pop();
        node.onStack = false;
        component.add(node.job);
      } while (node != root);
      if (component.size() > 1) {
        found.add(component);
      }
    }
  }
}
