package dev.dryboot.simulator.timeline;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.runner.BootEvidence;
import java.util.List;
import java.util.Optional;

/**
 * One boot, from power-on to its goal or its end.
 *
 * @param boot number, from 1
 * @param length microseconds that are worth drawing: to a little behind the last thing that began
 * @param goal when the goal was reached, in microseconds since the boot began
 * @param end how the machine ended, if it did before the simulation was over; may be empty
 * @param lanes in the order in which they begin
 * @param switchedRoot when the initial RAM disk handed over, in microseconds since the boot began
 */
public record Timeline(
    int boot,
    long length,
    Optional<Long> goal,
    String end,
    List<Lane> lanes,
    Optional<Long> switchedRoot) {
  public Timeline {
    lanes = List.copyOf(lanes);
  }

  /** The timeline of {@code boot}. */
  public static Timeline of(BootEvidence.Boot boot) {
    return new TimelineBuilder(boot).build();
  }

  /** The goal that {@code boot} has reached: the last one, as the initial RAM disk has its own. */
  public static Optional<String> goalOf(BootEvidence.Boot boot) {
    return boot.facts(Fact.GoalReached.class).map(Fact.GoalReached::goal).reduce((a, b) -> b);
  }
}
