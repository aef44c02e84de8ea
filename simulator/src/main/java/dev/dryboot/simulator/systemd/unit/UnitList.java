package dev.dryboot.simulator.systemd.unit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Units in the order in which they were added, each once. A few are gone through to find one; where
 * there are many, their places in the graph's table are marked.
 */
final class UnitList {
  private static final int FEW = 12;

  private final List<Unit> units;
  private @Nullable BitSet many;

  UnitList() {
    units = new ArrayList<>(4);
  }

  UnitList(UnitList other) {
    units = new ArrayList<>(other.units);
    many = other.many == null ? null : (BitSet) other.many.clone();
  }

  /** Adds a unit; says whether it is new. */
  boolean add(Unit unit) {
    if (contains(unit)) {
      return false;
    }
    units.add(unit);
    if (many != null) {
      many.set(unit.index());
    } else if (units.size() > FEW) {
      BitSet marks = new BitSet();
      units.forEach(u -> marks.set(u.index()));
      many = marks;
    }
    return true;
  }

  void addAll(UnitList others) {
    others.units.forEach(this::add);
  }

  boolean contains(Unit unit) {
    return many != null ? many.get(unit.index()) : units.contains(unit);
  }

  /** Takes a unit out; says where it was, or -1. */
  int remove(Unit unit) {
    int at = contains(unit) ? units.indexOf(unit) : -1;
    if (at >= 0) {
      units.remove(at);
      if (many != null) {
        many.clear(unit.index());
      }
    }
    return at;
  }

  List<Unit> units() {
    return units;
  }
}
