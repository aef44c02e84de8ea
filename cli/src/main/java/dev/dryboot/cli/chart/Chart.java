package dev.dryboot.cli.chart;

import dev.dryboot.simulator.runner.BootEvidence;
import dev.dryboot.simulator.timeline.CriticalChain;
import dev.dryboot.simulator.timeline.Lane;
import dev.dryboot.simulator.timeline.Timeline;
import java.util.List;
import java.util.Set;

/**
 * A boot, ready to be drawn.
 *
 * @param title such as {@code web on Ubuntu 24.04, boot 1}
 * @param goal the unit that the boot is to reach; may be empty
 * @param mine units that the user wrote
 */
public record Chart(
    String title, String goal, Timeline timeline, CriticalChain chain, Set<String> mine) {
  /** Units of the system that took less than this part of the boot are left out. */
  private static final double SMALLEST_PART = 0.02;

  private static final List<String> NEVER =
      List.of(".device", ".slice", ".scope", ".automount", ".swap");

  /** A chart of {@code boot}. */
  public static Chart of(String title, BootEvidence.Boot boot, Set<String> mine) {
    String goal = Timeline.goalOf(boot).orElse("");
    return new Chart(title, goal, Timeline.of(boot), CriticalChain.of(boot), mine);
  }

  /** The lanes worth a look: the user's own, slow, failed or critical ones. */
  public List<Lane> lanes() {
    return timeline.lanes().stream().filter(this::isWorthwhile).toList();
  }

  /** How many lanes are left out. */
  public int hidden() {
    return timeline.lanes().size() - lanes().size();
  }

  public boolean isCritical(Lane lane) {
    return lane.kind() == Lane.Kind.UNIT && chain.contains(lane.name());
  }

  public boolean isMine(Lane lane) {
    return lane.kind() == Lane.Kind.CONTAINER || mine.contains(lane.name());
  }

  private boolean isWorthwhile(Lane lane) {
    if (lane.failed() || lane.kind() != Lane.Kind.UNIT || isMine(lane)) {
      return true;
    }
    boolean slow = lane.took() >= timeline.length() * SMALLEST_PART;
    boolean drawn = NEVER.stream().noneMatch(lane.name()::endsWith);
    boolean critical = isCritical(lane) && (lane.took() > 0 || lane.name().equals(goal));
    return drawn && (slow || critical);
  }
}
