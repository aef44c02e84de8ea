package dev.dryboot.simulator.timeline;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Trace;
import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.simulator.runner.BootEvidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The units that the boot's goal had to wait for, each for the one behind it: shortening any other
 * does not bring the goal nearer.
 *
 * @param steps from the goal backwards
 */
public record CriticalChain(List<Step> steps) {
  private static final int LONGEST = 60;

  /**
   * One unit of the chain.
   *
   * @param at when it was up, in microseconds since the boot began
   * @param took how long it took to come up
   */
  public record Step(String unit, long at, long took) {}

  public CriticalChain {
    steps = List.copyOf(steps);
  }

  /** The chain to the goal of {@code boot}; empty where it was not reached. */
  public static CriticalChain of(BootEvidence.Boot boot) {
    Optional<String> goal = Timeline.goalOf(boot);
    return goal.map(g -> to(boot, g)).orElse(new CriticalChain(List.of()));
  }

  /** The chain to {@code unit}; empty where it did not come up. */
  public static CriticalChain to(BootEvidence.Boot boot, String unit) {
    Map<String, UnitRecord> units = new LinkedHashMap<>();
    boot.units().forEach(u -> units.put(u.name(), u));
    boot.units().forEach(u -> u.aliases().forEach(a -> units.putIfAbsent(a, u)));
    Map<String, Step> up = firstTimesDone(boot);
    List<Step> chain = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    Optional<Step> step = Optional.ofNullable(up.get(canonical(units, unit)));
    while (step.isPresent() && seen.add(step.get().unit()) && chain.size() < LONGEST) {
      chain.add(step.get());
      step = waitedFor(step.get(), units, up);
    }
    return new CriticalChain(chain);
  }

  public boolean contains(String unit) {
    return steps.stream().anyMatch(s -> s.unit().equals(unit));
  }

  /** The last one to be done of those that {@code step} had to wait for. */
  private static Optional<Step> waitedFor(
      Step step, Map<String, UnitRecord> units, Map<String, Step> up) {
    UnitRecord unit = units.get(step.unit());
    if (unit == null) {
      return Optional.empty();
    }
    @org.jspecify.annotations.Nullable Step latest = null;
    for (UnitRecord.Edge edge : unit.edges("After")) {
      Step other = up.get(canonical(units, edge.to()));
      if (other != null
          && other.at() <= step.at() - step.took()
          && (latest == null
              || other.at() > latest.at()
              || (other.at() == latest.at() && other.took() > latest.took()))) {
        latest = other;
      }
    }
    return Optional.ofNullable(latest);
  }

  /** When the start of each unit was over, well or not: that is what those After= it wait for. */
  private static Map<String, Step> firstTimesDone(BootEvidence.Boot boot) {
    Map<String, Long> began = new LinkedHashMap<>();
    Map<String, Step> up = new LinkedHashMap<>();
    Map<String, Step> active = new LinkedHashMap<>();
    for (Trace.Entry entry : boot.entries()) {
      long time = entry.time() - boot.began();
      switch (entry.fact()) {
        case Fact.RootSwitched f -> {
          began.clear();
          up.clear();
          active.clear();
        }
        case Fact.JobStarted f when isStart(f.type()) -> began.putIfAbsent(f.unit(), time);
        case Fact.JobFinished f when isStart(f.type()) ->
            up.putIfAbsent(f.unit(), step(f.unit(), time, began));
        case Fact.UnitChanged f when f.active().equals("active") ->
            active.putIfAbsent(f.unit(), step(f.unit(), time, began));
        default -> {}
      }
    }
    active.forEach(up::putIfAbsent);
    return up;
  }

  private static Step step(String unit, long time, Map<String, Long> began) {
    return new Step(unit, time, time - began.getOrDefault(unit, time));
  }

  private static boolean isStart(String type) {
    return type.equals("start") || type.equals("restart") || type.equals("verify-active");
  }

  private static String canonical(Map<String, UnitRecord> units, String name) {
    UnitRecord unit = units.get(name);
    return unit == null ? name : unit.name();
  }
}
