package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.simulator.systemd.unit.Dependency.Atom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A unit as the manager knows it: its names, its settings, and what it is to other units. Whether
 * it runs is not told here.
 */
public final class Unit {
  private static final Dependency[] KINDS = Dependency.values();
  private static final int DEPENDENCIES = KINDS.length;
  private static final int ATOMS = Atom.values().length;
  private static final Unit[] NONE = {};

  /** The units that are always there and cannot be stopped (slice.c, scope.c, mount.c). */
  public static final List<String> PERPETUAL =
      List.of("-.slice", "system.slice", "init.scope", "-.mount");

  private final int index;
  private final UnitName name;
  private final Set<String> names = new LinkedHashSet<>();
  private final @Nullable Neighbours[] dependencies = new @Nullable Neighbours[DEPENDENCIES];
  private final Unit[] @Nullable [] byAtom = new Unit[ATOMS] @Nullable [];
  private final List<Unit> referencedBy = new ArrayList<>(2);
  private LoadState loadState = LoadState.STUB;
  private String loadError = "";
  private Settings settings = Settings.EMPTY;
  private Traits traits = Traits.NONE;
  private ManagerDefaults defaults = ManagerDefaults.USUAL;
  private @Nullable Unit slice;
  private @Nullable String controlGroup;

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

  /** Whether it is always there and cannot be stopped. */
  public boolean isPerpetual() {
    return PERPETUAL.contains(id());
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

  /** What the manager has for units that say nothing else. */
  public ManagerDefaults defaults() {
    return defaults;
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
    String known = controlGroup;
    if (known == null) {
      boolean root = id().equals("-.slice");
      known = root ? "" : (slice == null ? "" : slice.controlGroup()) + "/" + id();
      controlGroup = known;
    }
    return known;
  }

  /** The units that are {@code dependency} to this one, in the order they were added. */
  public List<Unit> of(Dependency dependency) {
    Neighbours units = dependencies[dependency.ordinal()];
    return units == null ? List.of() : units.units();
  }

  /** Why each unit of {@link #of} is {@code dependency} to this one, in their order. */
  public List<DependencyOrigin> origins(Dependency dependency) {
    Neighbours units = dependencies[dependency.ordinal()];
    return units == null ? List.of() : units.origins();
  }

  public boolean has(Dependency dependency, Unit other) {
    Neighbours units = dependencies[dependency.ordinal()];
    return units != null && units.contains(other);
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
    Neighbours first = null;
    Neighbours all = null;
    for (Dependency dependency : atom.dependencies()) {
      Neighbours of = dependencies[dependency.ordinal()];
      if (of == null || of.isEmpty()) {
        continue;
      }
      if (first == null) {
        first = of;
        continue;
      }
      if (all == null) {
        all = new Neighbours();
        all.addAll(first);
      }
      all.addAll(of);
    }
    Neighbours units = all == null ? first : all;
    return units == null ? NONE : units.toArray();
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
    List<Unit> naming = other.referencedBy;
    if (naming.isEmpty() || naming.getLast() != this) {
      naming.add(this);
    }
  }

  /** The units that this one names, or that come with it. */
  public Set<Unit> references() {
    Set<Unit> references = new LinkedHashSet<>();
    for (Neighbours units : dependencies) {
      if (units != null) {
        units.units().stream().filter(u -> u.referencedBy.contains(this)).forEach(references::add);
      }
    }
    return references;
  }

  /** The units that {@link #references} this one; some several times. */
  public List<Unit> referencedBy() {
    return Collections.unmodifiableList(referencedBy);
  }

  private void put(Dependency dependency, Unit other, DependencyOrigin origin) {
    Neighbours units = dependencies[dependency.ordinal()];
    if (units == null) {
      units = new Neighbours();
      dependencies[dependency.ordinal()] = units;
    }
    if (units.add(other, origin)) {
      forgetAtoms(dependency);
    }
  }

  private void forgetAtoms(Dependency dependency) {
    for (Atom atom : dependency.atoms()) {
      byAtom[atom.ordinal()] = null;
    }
  }

  /** Forgets every dependency from and to this unit. */
  void detach() {
    references().forEach(other -> other.referencedBy.removeIf(this::equals));
    referencedBy.clear();
    for (Dependency dependency : KINDS) {
      of(dependency).forEach(other -> other.drop(dependency.inverse(), this));
      dependencies[dependency.ordinal()] = null;
      forgetAtoms(dependency);
    }
  }

  private void drop(Dependency dependency, Unit other) {
    Neighbours of = dependencies[dependency.ordinal()];
    if (of != null && of.remove(other)) {
      forgetAtoms(dependency);
    }
  }

  void alsoCalled(String alias) {
    names.add(alias);
  }

  void loaded(Settings read, Traits of, ManagerDefaults otherwise) {
    settings = read;
    traits = of;
    defaults = otherwise;
    loadState = LoadState.LOADED;
    loadError = "";
  }

  void notLoaded(LoadState state, String error) {
    loadState = state;
    loadError = error;
  }

  void inSlice(Unit of) {
    slice = of;
    controlGroup = null;
  }

  /** A unit is itself alone; its place makes a better hash than its address. */
  @Override
  public int hashCode() {
    return index;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public String toString() {
    return id();
  }
}
