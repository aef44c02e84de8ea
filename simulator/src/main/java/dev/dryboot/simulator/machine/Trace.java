package dev.dryboot.simulator.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All that became known during a simulation, in order. */
public final class Trace {
  private final List<Entry> entries = new ArrayList<>();

  /**
   * A fact and its moment.
   *
   * @param time microseconds since the first power-on
   */
  public record Entry(long time, Fact fact) {}

  public void add(long time, Fact fact) {
    entries.add(new Entry(time, fact));
  }

  public List<Entry> entries() {
    return java.util.Collections.unmodifiableList(entries);
  }

  /** The facts of one type with their moments. */
  public <F extends Fact> Stream<F> of(Class<F> type) {
    return entries.stream().map(Entry::fact).filter(type::isInstance).map(type::cast);
  }
}
