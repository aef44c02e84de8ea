package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.kernel.RunEnd;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Trace;
import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Severity;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A unit of the user's that never gets its turn: the boot has come to its goal, and what the unit
 * is ordered after is still on its way.
 */
final class StillWaiting implements ConflictRule {
  @Override
  public List<Diagnostic> findings(Sight sight) {
    if (!sight.boot().reachedGoal() || sight.boot().end().isPresent()) {
      return List.of();
    }
    Jobs jobs = Jobs.left(sight.boot().entries());
    Map<String, List<UnitRecord>> behind = new LinkedHashMap<>();
    for (UnitRecord unit : sight.usersUnits()) {
      if (jobs.waiting().contains(unit.name())) {
        holder(sight, unit, jobs)
            .ifPresent(h -> behind.computeIfAbsent(h, n -> new ArrayList<>()).add(unit));
      }
    }
    List<Diagnostic> found = new ArrayList<>();
    behind.forEach((holder, units) -> finding(sight, holder, units).ifPresent(found::add));
    return found;
  }

  /**
   * The start jobs that are left in the end.
   *
   * @param running units whose start has begun
   * @param waiting units whose start has not
   */
  private record Jobs(Set<String> running, Set<String> waiting) {
    static Jobs left(List<Trace.Entry> entries) {
      Jobs jobs = new Jobs(new LinkedHashSet<>(), new LinkedHashSet<>());
      entries.forEach(e -> jobs.take(e.fact()));
      return jobs;
    }

    private void take(Fact fact) {
      switch (fact) {
        case Fact.RootSwitched f -> drop(List.copyOf(waiting), List.copyOf(running));
        case Fact.JobInstalled f when f.type().equals("start") -> waiting.add(f.unit());
        case Fact.JobStarted f when waiting.remove(f.unit()) -> running.add(f.unit());
        case Fact.JobFinished f -> drop(List.of(f.unit()), List.of(f.unit()));
        case Fact.JobDeleted f -> drop(List.of(f.unit()), List.of(f.unit()));
        default -> {}
      }
    }

    private void drop(List<String> waits, List<String> runs) {
      waits.forEach(waiting::remove);
      runs.forEach(running::remove);
    }
  }

  /**
   * What holds the unit back: one that is still starting, and that waits for nobody in its turn. A
   * process that waits for another unit's job is CloudInitDeadlock's.
   */
  private static Optional<String> holder(Sight sight, UnitRecord unit, Jobs jobs) {
    Set<String> before = sight.predecessors(unit.name());
    Set<String> asking = new LinkedHashSet<>();
    sight.boot().facts(Fact.Waiting.class).forEach(w -> asking.add(sight.canonical(w.who())));
    return jobs.running().stream()
        .filter(before::contains)
        .findFirst()
        .filter(h -> !asking.contains(h));
  }

  private static Optional<Diagnostic> finding(Sight sight, String holder, List<UnitRecord> units) {
    UnitRecord first = units.getFirst();
    List<String> others = units.stream().skip(1).map(UnitRecord::name).toList();
    boolean forEver = sight.boot().runEnd() == RunEnd.QUIESCENT;
    long minutes = Math.max(1, (sight.boot().ended() - sight.boot().began()) / 60_000_000);
    return place(sight, first, holder)
        .map(
            at ->
                new Diagnostic(
                    ConflictRules.STILL_WAITING,
                    forEver ? Severity.ERROR : Severity.WARNING,
                    forEver
                        ? "%s never gets its turn: %s does not finish starting"
                            .formatted(first.name(), holder)
                        : "%s has not had its turn after %d minutes: %s is still starting"
                            .formatted(first.name(), minutes, holder),
                    Optional.of(at),
                    List.of(),
                    "A unit that is After= another waits until the start of that one is over."
                        + (others.isEmpty() ? "" : " So do " + String.join(", ", others) + "."),
                    "see that "
                        + holder
                        + " gets ready (a oneshot's command must end, a notify service must say"
                        + " READY=1), or give it a TimeoutStartSec="));
  }

  private static Optional<Span> place(Sight sight, UnitRecord unit, String holder) {
    return unit.edges("After").stream()
        .filter(e -> sight.canonical(e.to()).equals(holder))
        .flatMap(e -> e.written().stream())
        .filter(sight::isUsers)
        .findFirst()
        .or(() -> sight.place(unit));
  }
}
