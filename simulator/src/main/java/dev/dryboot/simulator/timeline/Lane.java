package dev.dryboot.simulator.timeline;

import java.util.List;

/**
 * What one unit, container, stage or image went through.
 *
 * @param name of the unit, container, stage or image
 * @param bars in the order of time, apart from each other
 * @param failed whether it came to a bad end in this boot
 * @param remark why it failed, or what else is worth saying; may be empty
 */
public record Lane(Kind kind, String name, List<Bar> bars, boolean failed, String remark) {

  /** What a lane is about. */
  public enum Kind {
    /** A stage of a provisioner, such as {@code ignition files}. */
    STAGE,
    UNIT,
    CONTAINER,
    /** An image being fetched. */
    PULL
  }

  /** How something is during a bar. */
  public enum State {
    ACTIVATING,
    ACTIVE,
    DEACTIVATING,
    FAILED
  }

  /**
   * A stretch of time.
   *
   * @param from microseconds since the boot began
   * @param to microseconds since the boot began
   */
  public record Bar(long from, long to, State state) {
    public long length() {
      return to - from;
    }
  }

  public Lane {
    bars = List.copyOf(bars);
  }

  /** When it began, in microseconds since the boot began. */
  public long begins() {
    return bars.isEmpty() ? 0 : bars.getFirst().from();
  }

  /** How long it took to come up, the first time. */
  public long took() {
    return bars.stream()
        .filter(b -> b.state() == State.ACTIVATING)
        .mapToLong(Bar::length)
        .findFirst()
        .orElse(0);
  }
}
