package dev.dryboot.simulator.systemd.unit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The units a manager knows, and what they are to each other. Asking for a unit loads it, and all
 * that it names.
 */
public final class UnitGraph {
  private final UnitLoader loader;
  private final List<@Nullable Unit> table = new ArrayList<>();
  private final ArrayDeque<Integer> free = new ArrayDeque<>();
  private final Map<String, Unit> byName = new LinkedHashMap<>();
  private final ArrayDeque<Unit> loadQueue = new ArrayDeque<>();
  private final List<LoadFinding> findings = new ArrayList<>();
  private final List<Runnable> awaiting = new ArrayList<>(0);

  public UnitGraph(UnitLoading loading) {
    this.loader = new UnitLoader(this, loading);
  }

  /** The unit of that name, loaded; empty where {@code name} is no unit's name. */
  public Optional<Unit> load(String name) {
    Unit known = byName.get(name);
    if (known != null && isThereNow(known)) {
      loadQueue.add(known);
    } else if (known != null && known.loadState() != LoadState.STUB) {
      return Optional.of(known);
    }
    Unit unit = reference(name);
    dispatchLoadQueue();
    return Optional.ofNullable(unit);
  }

  /**
   * Whether its file, or what is mounted, came after it was looked for
   * (manager_unit_cache_should_retry_load, mount_setup_existing_unit).
   */
  private boolean isThereNow(Unit unit) {
    return unit.loadState() == LoadState.NOT_FOUND
        && (path().fragment(unit.name()) != null || !loader.needsFragment(unit));
  }

  /** The unit of that name, where it is known already. */
  public Optional<Unit> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All units that are known, in the order they came to be known. */
  public List<Unit> units() {
    List<Unit> units = new ArrayList<>(table.size());
    for (Unit unit : table) {
      if (unit != null) {
        units.add(unit);
      }
    }
    return units;
  }

  /** One more than the highest index of a unit. */
  public int size() {
    return table.size();
  }

  /** What units have that say nothing else. */
  public ManagerDefaults defaults() {
    return loader.defaults();
  }

  /** What was noticed while loading. */
  public List<LoadFinding> findings() {
    return Collections.unmodifiableList(findings);
  }

  /** The file system's units, loaded or not. */
  public UnitPath path() {
    return loader.path();
  }

  /** Unit files that were read before. */
  public UnitFileCache cache() {
    return loader.cache();
  }

  /** Forgets a unit. */
  public void unload(Unit unit) {
    unit.detach();
    for (String name : unit.names()) {
      byName.remove(name, unit);
    }
    table.set(unit.index(), null);
    free.push(unit.index());
  }

  /** Adds a dependency that came about while running. */
  public void add(Unit unit, Dependency dependency, Unit other, DependencyOrigin origin) {
    unit.add(dependency, other, origin);
  }

  /** The unit of that name, to be loaded soon. */
  @Nullable Unit reference(String name) {
    Unit known = byName.get(name);
    if (known != null) {
      return known;
    }
    String canonical = loader.path().canonical(name);
    Unit unit = byName.get(canonical);
    if (unit == null) {
      Optional<UnitName> parsed = UnitName.parse(canonical).filter(n -> !n.isTemplate());
      if (parsed.isEmpty()) {
        return null;
      }
      unit = create(parsed.get());
    }
    if (!canonical.equals(name)) {
      alias(unit, name);
    }
    return unit;
  }

  private Unit create(UnitName name) {
    int index = free.isEmpty() ? table.size() : free.pop();
    Unit unit = new Unit(index, name);
    if (index == table.size()) {
      table.add(unit);
    } else {
      table.set(index, unit);
    }
    byName.put(name.text(), unit);
    loadQueue.add(unit);
    return unit;
  }

  void alias(Unit unit, String name) {
    if (byName.putIfAbsent(name, unit) == null) {
      unit.alsoCalled(name);
    }
  }

  void found(LoadFinding finding) {
    findings.add(finding);
  }

  /** Does something once those units that wait for it are loaded. */
  void whenLoaded(Runnable action) {
    awaiting.add(action);
  }

  private void dispatchLoadQueue() {
    List<Unit> loaded = new ArrayList<>();
    while (!loadQueue.isEmpty()) {
      while (!loadQueue.isEmpty()) {
        Unit unit = loadQueue.poll();
        loader.load(unit);
        loaded.add(unit);
      }
      List<Runnable> due = List.copyOf(awaiting);
      awaiting.clear();
      due.forEach(Runnable::run);
      loaded.forEach(loader::addMountDependencies);
      loaded.forEach(loader::addDefaultTargetDependencies);
      loaded.clear();
    }
  }
}
