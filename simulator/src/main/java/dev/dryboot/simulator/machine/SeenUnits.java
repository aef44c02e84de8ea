package dev.dryboot.simulator.machine;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A service manager's units as they were at one moment. Their records are long, and many boots are
 * run for their trace alone: they are written down when somebody asks for them first.
 */
public final class SeenUnits {
  /** The units of a machine whose process 1 manages none. */
  public static final SeenUnits NONE = new SeenUnits(List::of);

  private final Supplier<List<UnitRecord>> writing;
  private @Nullable List<UnitRecord> records;

  /**
   * @param writing makes the records, by name, of what was there at the moment this is made,
   *     whatever becomes of the machine since
   */
  public SeenUnits(Supplier<List<UnitRecord>> writing) {
    this.writing = writing;
  }

  /** The records, by name. */
  public synchronized List<UnitRecord> records() {
    if (records == null) {
      records = List.copyOf(writing.get());
    }
    return records;
  }
}
