package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Trace;
import dev.dryboot.simulator.machine.UnitRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The starts of one boot that came to nothing, and which of them brought about which: until the
 * machine goes down, and after the root was switched.
 */
final class MissedStarts {
  private static final Set<String> NEEDS = Set.of("Requires", "BindsTo", "Requisite");
  private static final Set<String> CAUSES =
      Set.of("timeout", "failed", "assert", "unsupported", "invalid", "dependency");

  private final Sight sight;
  private final List<Miss> misses = new ArrayList<>();
  private final Map<String, Long> began = new LinkedHashMap<>();
  private final Map<String, String> unmet = new LinkedHashMap<>();

  /**
   * A start that came to nothing.
   *
   * @param result how its job ended, in systemd's word; {@code condition} where the unit was
   *     skipped and another needs it
   * @param at when that was, in microseconds since the boot began
   * @param waited how long the job had run, in microseconds
   * @param cause the start whose miss brought this one about
   */
  record Miss(String unit, String result, long at, long waited, Optional<Miss> cause) {
    Miss root() {
      return cause.map(Miss::root).orElse(this);
    }

    /** From the root to this one. */
    List<Miss> chain() {
      List<Miss> chain = new ArrayList<>(cause.map(Miss::chain).orElse(List.of()));
      chain.add(this);
      return chain;
    }
  }

  private MissedStarts(Sight sight) {
    this.sight = sight;
  }

  /** Those of {@code sight}'s boot, in the order in which they were missed. */
  static List<Miss> of(Sight sight) {
    MissedStarts starts = new MissedStarts(sight);
    for (Trace.Entry entry : sight.boot().entries()) {
      if (!starts.take(entry.time() - sight.boot().began(), entry.fact())) {
        break;
      }
    }
    return starts.misses;
  }

  /** Those by what was at their root, each with all that it brought about. */
  static Map<Miss, List<Miss>> byRoot(List<Miss> misses) {
    Map<Miss, List<Miss>> groups = new LinkedHashMap<>();
    misses.forEach(m -> groups.computeIfAbsent(m.root(), r -> new ArrayList<>()).add(m));
    return groups;
  }

  /** Takes a fact in; false when the machine goes down with it. */
  private boolean take(long time, Fact fact) {
    switch (fact) {
      case Fact.RootSwitched switched -> {
        misses.clear();
        began.clear();
        unmet.clear();
      }
      case Fact.JobInstalled job when job.unit().equals("shutdown.target") -> {
        return false;
      }
      case Fact.ConditionFailed condition -> unmet.put(condition.unit(), condition.condition());
      case Fact.JobStarted job when job.type().equals("start") -> began.put(job.unit(), time);
      case Fact.JobFinished job when isStart(job.type()) && CAUSES.contains(job.result()) ->
          misses.add(miss(job, time));
      case Fact.JobFinished job when isStart(job.type()) && job.result().equals("done") ->
          misses.removeIf(m -> m.unit().equals(job.unit()) && !caused(m));
      default -> {}
    }
    return true;
  }

  private static boolean isStart(String type) {
    return type.equals("start") || type.equals("verify-active");
  }

  private boolean caused(Miss miss) {
    return misses.stream().anyMatch(m -> m.cause().equals(Optional.of(miss)));
  }

  private Miss miss(Fact.JobFinished job, long time) {
    Optional<Miss> cause = job.result().equals("dependency") ? cause(job.unit(), time) : none();
    long waited = time - began.getOrDefault(job.unit(), time);
    return new Miss(job.unit(), job.result(), time, waited, cause);
  }

  private static Optional<Miss> none() {
    return Optional.empty();
  }

  /** The latest miss of a unit that {@code unit} needs, or else the condition that kept one. */
  private Optional<Miss> cause(String unit, long time) {
    List<String> needed = needed(unit);
    return misses.reversed().stream()
        .filter(m -> needed.contains(m.unit()))
        .findFirst()
        .or(
            () ->
                needed.stream()
                    .filter(unmet::containsKey)
                    .findFirst()
                    .map(n -> new Miss(n, "condition", time, 0, Optional.empty())));
  }

  private List<String> needed(String unit) {
    return sight.unit(unit).map(UnitRecord::edges).orElse(List.of()).stream()
        .filter(e -> NEEDS.contains(e.kind()))
        .map(e -> sight.canonical(e.to()))
        .toList();
  }
}
