package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Units that wait for each other in a circle. systemd drops the job of one of them, which one
 * depends on the order of a hash table: every member that the boot's goal does not require may be
 * the one (systemd 257, transaction.c, transaction_verify_order_one).
 */
final class OrderingCycle implements ConflictRule {
  private static final List<String> STRONG = List.of("Requires", "BindsTo", "Requisite");

  @Override
  public List<Diagnostic> findings(Sight sight) {
    Map<Set<String>, Fact.JobDeleted> cycles = new LinkedHashMap<>();
    sight
        .boot()
        .facts(Fact.JobDeleted.class)
        .filter(f -> f.cycle().size() > 1)
        .forEach(f -> cycles.putIfAbsent(new TreeSet<>(f.cycle()), f));
    List<Diagnostic> found = new ArrayList<>();
    cycles.forEach((members, deleted) -> finding(sight, deleted).ifPresent(found::add));
    return found;
  }

  private static Optional<Diagnostic> finding(Sight sight, Fact.JobDeleted deleted) {
    List<String> cycle = turned(sight, deleted.cycle());
    List<Link> links = links(sight, cycle);
    Optional<Span> place =
        links.stream()
            .flatMap(l -> l.written().stream())
            .filter(sight::isUsers)
            .findFirst()
            .or(
                () ->
                    cycle.stream()
                        .flatMap(u -> sight.unit(u).stream())
                        .flatMap(u -> sight.place(u).stream())
                        .findFirst());
    return place.map(
        span -> {
          Diagnostic diagnostic =
              Diagnostic.error(
                      ConflictRules.ORDERING_CYCLE,
                      span,
                      "these wait for each other in a circle: " + String.join(" → ", closed(cycle)))
                  .why(victims(sight, cycle))
                  .help(
                      "take one of the orderings away; what must come first is a matter of"
                          + " meaning");
          for (Link link : links) {
            diagnostic = related(sight, diagnostic, link, span);
          }
          return diagnostic;
        });
  }

  /**
   * The cycle, beginning with the name that is first in the alphabet, and each before the one that
   * it waits for: one cycle, one message.
   */
  private static List<String> turned(Sight sight, List<String> cycle) {
    List<String> members = new ArrayList<>(new LinkedHashSet<>(cycle));
    Collections.rotate(members, -members.indexOf(new TreeSet<>(members).first()));
    if (!waits(sight, members.get(0), members.get(1))) {
      Collections.reverse(members.subList(1, members.size()));
    }
    return members;
  }

  private static boolean waits(Sight sight, String later, String earlier) {
    return link(sight, later, earlier).filter(l -> l.kind().equals("After")).isPresent()
        || link(sight, earlier, later).filter(l -> l.kind().equals("Before")).isPresent();
  }

  private static List<String> closed(List<String> cycle) {
    List<String> closed = new ArrayList<>(cycle);
    closed.add(cycle.getFirst());
    return closed;
  }

  /** An ordering between two neighbours of the cycle. */
  private record Link(String from, String kind, String to, Optional<Span> written) {}

  private static List<Link> links(Sight sight, List<String> cycle) {
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < cycle.size(); i++) {
      String one = cycle.get(i);
      String other = cycle.get((i + 1) % cycle.size());
      link(sight, one, other).or(() -> link(sight, other, one)).ifPresent(links::add);
    }
    return links;
  }

  private static Optional<Link> link(Sight sight, String from, String to) {
    return sight
        .unit(from)
        .flatMap(
            unit ->
                unit.edges().stream()
                    .filter(e -> e.kind().equals("After") || e.kind().equals("Before"))
                    .filter(e -> sight.canonical(e.to()).equals(sight.canonical(to)))
                    .sorted(java.util.Comparator.comparing(e -> e.written().isEmpty()))
                    .findFirst()
                    .map(e -> new Link(from, e.kind(), to, e.written())));
  }

  private static Diagnostic related(Sight sight, Diagnostic diagnostic, Link link, Span primary) {
    return link.written()
        .filter(s -> sight.isUsers(s) && !s.written().equals(primary.written()))
        .map(
            s ->
                diagnostic.related(s, "%s is %s %s".formatted(link.from(), link.kind(), link.to())))
        .orElse(diagnostic);
  }

  private static String victims(Sight sight, List<String> cycle) {
    Set<String> needed = requiredByGoal(sight);
    List<String> victims =
        cycle.stream().filter(u -> !needed.contains(sight.canonical(u))).toList();
    String rest = " Which one is left to chance, and may differ from boot to boot.";
    return victims.size() == 1
        ? "systemd breaks the circle by not starting " + victims.getFirst() + " in this boot."
        : "systemd breaks the circle by not starting one of "
            + String.join(", ", victims.isEmpty() ? cycle : victims)
            + ", and what requires it."
            + rest;
  }

  /** What default.target requires, over any number of steps: these jobs are never dropped. */
  private static Set<String> requiredByGoal(Sight sight) {
    Set<String> needed = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(sight.canonical("default.target")));
    while (!open.isEmpty()) {
      String name = open.poll();
      if (needed.add(name)) {
        sight.unit(name).map(UnitRecord::edges).orElse(List.of()).stream()
            .filter(e -> STRONG.contains(e.kind()))
            .forEach(e -> open.add(sight.canonical(e.to())));
      }
    }
    return needed;
  }
}
