package dev.dryboot.simulator.systemd.unit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The units that are one dependency to a unit, in the order in which they were added, each once.
 * Most units have a handful, which are gone through; a set is kept where there are many.
 */
final class Neighbours {
  private static final int FEW = 12;

  private final List<Unit> units = new ArrayList<>(4);
  private final List<DependencyOrigin> origins = new ArrayList<>(4);
  private @Nullable Set<Unit> many;

  /** Adds a unit; says whether it is new. */
  boolean add(Unit unit, DependencyOrigin origin) {
    if (contains(unit)) {
      return false;
    }
    units.add(unit);
    origins.add(origin);
    if (many != null) {
      many.add(unit);
    } else if (units.size() > FEW) {
      many = new HashSet<>(units);
    }
    return true;
  }

  boolean contains(Unit unit) {
    return many != null ? many.contains(unit) : units.contains(unit);
  }

  /** Takes a unit out; says whether it was there. */
  boolean remove(Unit unit) {
    int at = contains(unit) ? units.indexOf(unit) : -1;
    if (at < 0) {
      return false;
    }
    units.remove(at);
    origins.remove(at);
    if (many != null) {
      many.remove(unit);
    }
    return true;
  }

  List<Unit> units() {
    return Collections.unmodifiableList(units);
  }

  /** Why each of {@link #units} is there, in their order. */
  List<DependencyOrigin> origins() {
    return Collections.unmodifiableList(origins);
  }
}
