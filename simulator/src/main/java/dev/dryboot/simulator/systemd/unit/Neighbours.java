package dev.dryboot.simulator.systemd.unit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The units that are one dependency to a unit, in the order in which they were added, each once,
 * and why each of them is. A boot makes some for every unit, and looks for a unit in them at every
 * dependency that is added; so they are plain arrays, which are gone through while they are short.
 * Where they are long, the units' places in the graph's table are marked.
 */
final class Neighbours {
  private static final int FEW = 32;

  private Unit[] units = new Unit[2];
  private DependencyOrigin[] origins = new DependencyOrigin[2];
  private int size;
  private @Nullable BitSet marks;

  /** Adds a unit; says whether it is new. */
  boolean add(Unit unit, DependencyOrigin origin) {
    if (contains(unit)) {
      return false;
    }
    if (size == units.length) {
      units = Arrays.copyOf(units, Math.max(4, 2 * size));
      origins = Arrays.copyOf(origins, Math.max(4, 2 * size));
    }
    units[size] = unit;
    origins[size++] = origin;
    if (marks != null) {
      marks.set(unit.index());
    } else if (size > FEW) {
      marks = marked();
    }
    return true;
  }

  private BitSet marked() {
    BitSet all = new BitSet();
    for (int i = 0; i < size; i++) {
      all.set(units[i].index());
    }
    return all;
  }

  /** Adds those of {@code others} that are new. */
  void addAll(Neighbours others) {
    for (int i = 0; i < others.size; i++) {
      add(others.units[i], others.origins[i]);
    }
  }

  boolean contains(Unit unit) {
    // The one that was added last: what requires a unit is mostly ordered after it, too.
    if (size > 0 && units[size - 1] == unit) {
      return true;
    }
    return marks != null ? marks.get(unit.index()) : indexOf(unit) >= 0;
  }

  private int indexOf(Unit unit) {
    for (int i = 0; i < size; i++) {
      if (units[i] == unit) {
        return i;
      }
    }
    return -1;
  }

  /** Takes a unit out; says whether it was there. */
  boolean remove(Unit unit) {
    int at = contains(unit) ? indexOf(unit) : -1;
    if (at < 0) {
      return false;
    }
    units = without(units, at);
    origins = without(origins, at);
    size--;
    if (marks != null) {
      marks.clear(unit.index());
    }
    return true;
  }

  private static <T> T[] without(T[] all, int at) {
    T[] left = Arrays.copyOf(all, all.length - 1);
    System.arraycopy(all, at + 1, left, at, left.length - at);
    return left;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** As they are now; not to be written into, here or there: whoever adds one makes a new array. */
  Unit[] toArray() {
    if (size < units.length) {
      units = Arrays.copyOf(units, size);
      origins = Arrays.copyOf(origins, size);
    }
    return units;
  }

  /** As they are now. */
  List<Unit> units() {
    return List.of(toArray());
  }

  /** Why each of {@link #units} is there, in their order. */
  List<DependencyOrigin> origins() {
    return List.of(Arrays.copyOf(origins, size));
  }
}
