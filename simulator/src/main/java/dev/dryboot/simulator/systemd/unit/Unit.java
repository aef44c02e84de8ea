package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.simulator.systemd.unit.Dependency.Atom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A unit as the manager knows it: its names, its settings, and what it is to other units. Whether
 * it runs is not told here.
 */
public final class Unit {
  private static final int ATOMS = Atom.values().length;
  private static final Unit[] NONE = {};

  private final int index;
  private final UnitName name;
  private final Set<String> names = new LinkedHashSet<>();
  private final EnumMap<Dependency, Map<Unit, DependencyOrigin>> dependencies =
      new EnumMap<>(Dependency.class);
  private final Unit[] @Nullable [] byAtom = new Unit[ATOMS] @Nullable [];
  private LoadState loadState = LoadState.STUB;
  private String loadError = "";
  private Settings settings = Settings.EMPTY;
  private Traits traits = Traits.NONE;
  private @Nullable Unit slice;

  Unit(int index, UnitName name) {
    this.index = index;
    this.name = name;
    names.add(name.text());
  }

  /** Its place in the graph's table; places of units that were unloaded are used again. */
  public int index() {
    return index;
  }

  /** Its first name. */
  public String id() {
    return name.text();
  }

  public UnitName name() {
    return name;
  }

  public UnitType type() {
    return name.type();
  }

  /** All its names: its first one and its aliases. */
  public Set<String> names() {
    return Collections.unmodifiableSet(names);
  }

  public LoadState loadState() {
    return loadState;
  }

  public boolean isLoaded() {
    return loadState == LoadState.LOADED;
  }

  /** Why it could not be loaded, in words; empty where it could. */
  public String loadError() {
    return loadError;
  }

  /** What its files say; {@link Settings#EMPTY} where it has none. */
  public Settings settings() {
    return settings;
  }

  /** The settings of section [Unit] that the manager asks for all the time. */
  public Traits traits() {
    return traits;
  }

  public Optional<Unit> slice() {
    return Optional.ofNullable(slice);
  }

  /** Its control group, from the root: {@code /system.slice/web.service}. */
  public String controlGroup() {
    if (type() == UnitType.SLICE && id().equals("-.slice")) {
      return "";
    }
    return (slice == null ? "" : slice.controlGroup()) + "/" + id();
  }

  /** The units that are {@code dependency} to this one, in the order they were added. */
  public Set<Unit> of(Dependency dependency) {
    Map<Unit, DependencyOrigin> units = dependencies.get(dependency);
    return units == null ? Set.of() : Collections.unmodifiableSet(units.keySet());
  }

  /** Why {@code other} is {@code dependency} to this unit; empty where it is not. */
  public Optional<DependencyOrigin> origin(Dependency dependency, Unit other) {
    Map<Unit, DependencyOrigin> units = dependencies.get(dependency);
    return units == null ? Optional.empty() : Optional.ofNullable(units.get(other));
  }

  public boolean has(Dependency dependency, Unit other) {
    Map<Unit, DependencyOrigin> units = dependencies.get(dependency);
    return units != null && units.containsKey(other);
  }

  /** The units that any dependency with {@code atom} leads to. Do not write into it. */
  public Unit[] with(Atom atom) {
    Unit[] known = byAtom[atom.ordinal()];
    if (known == null) {
      known = collect(atom);
      byAtom[atom.ordinal()] = known;
    }
    return known;
  }

  private Unit[] collect(Atom atom) {
    List<Unit> units = new ArrayList<>();
    for (Dependency dependency : atom.dependencies()) {
      Map<Unit, DependencyOrigin> of = dependencies.get(dependency);
      if (of != null) {
        for (Unit unit : of.keySet()) {
          if (!units.contains(unit)) {
            units.add(unit);
          }
        }
      }
    }
    return units.isEmpty() ? NONE : units.toArray(NONE);
  }

  /** Adds a dependency and its reverse (unit.c: unit_add_dependency). */
  void add(Dependency dependency, Unit other, DependencyOrigin origin) {
    if (other == this) {
      return;
    }
    if (dependency == Dependency.BEFORE && other.type() == UnitType.DEVICE) {
      return; // devices come when they come: unit.c, unit_add_dependency()
    }
    put(dependency, other, origin);
    other.put(dependency.inverse(), this, origin);
    put(Dependency.REFERENCES, other, origin);
    other.put(Dependency.REFERENCED_BY, this, origin);
  }

  private void put(Dependency dependency, Unit other, DependencyOrigin origin) {
    boolean isNew =
        dependencies
                .computeIfAbsent(dependency, d -> new LinkedHashMap<>())
                .putIfAbsent(other, origin)
            == null;
    if (isNew) {
      java.util.Arrays.fill(byAtom, null);
    }
  }

  /** Forgets every dependency from and to this unit. */
  void detach() {
    dependencies.forEach(
        (dependency, others) ->
            others.keySet().forEach(other -> other.drop(dependency.inverse(), this)));
    dependencies.clear();
    java.util.Arrays.fill(byAtom, null);
  }

  private void drop(Dependency dependency, Unit other) {
    Map<Unit, DependencyOrigin> of = dependencies.get(dependency);
    if (of != null && of.remove(other) != null) {
      java.util.Arrays.fill(byAtom, null);
    }
  }

  void alsoCalled(String alias) {
    names.add(alias);
  }

  void loaded(Settings read, Traits of) {
    settings = read;
    traits = of;
    loadState = LoadState.LOADED;
    loadError = "";
  }

  void notLoaded(LoadState state, String error) {
    loadState = state;
    loadError = error;
  }

  void inSlice(Unit of) {
    slice = of;
  }

  @Override
  public String toString() {
    return id();
  }
}
