package dev.dryboot.simulator.systemd.unit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The units that are one dependency to a unit, and why each of them is. */
final class Neighbours {
  private final UnitList units = new UnitList();
  private final List<DependencyOrigin> origins = new ArrayList<>(4);

  /** Adds a unit; says whether it is new. */
  boolean add(Unit unit, DependencyOrigin origin) {
    return units.add(unit) && origins.add(origin);
  }

  boolean contains(Unit unit) {
    return units.contains(unit);
  }

  /** Takes a unit out; says whether it was there. */
  boolean remove(Unit unit) {
    int at = units.remove(unit);
    if (at >= 0) {
      origins.remove(at);
    }
    return at >= 0;
  }

  /** In the order in which they were added. */
  List<Unit> units() {
    return Collections.unmodifiableList(units.units());
  }

  /** The same, to be read only. */
  UnitList list() {
    return units;
  }

  /** Why each of {@link #units} is there, in their order. */
  List<DependencyOrigin> origins() {
    return Collections.unmodifiableList(origins);
  }
}
