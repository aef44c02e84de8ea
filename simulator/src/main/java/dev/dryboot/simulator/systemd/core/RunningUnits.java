package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.unit.LoadState;
import dev.dryboot.simulator.systemd.unit.Unit;
import dev.dryboot.simulator.systemd.unit.UnitGraph;
import dev.dryboot.simulator.systemd.unit.UnitName;
import dev.dryboot.simulator.systemd.unit.UnitType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The units that the manager has loaded, each with its state. */
final class RunningUnits {
  private final ProcessOne processOne;
  private final Supplier<UnitGraph> loading;
  private final Set<String> pinned = new HashSet<>();

  /** By the units' places in the graph. */
  private final List<@Nullable RunningUnit> table = new ArrayList<>();

  private UnitGraph graph;

  /**
   * @param loading reads the unit path as it stands
   */
  RunningUnits(ProcessOne processOne, Supplier<UnitGraph> loading) {
    this.processOne = processOne;
    this.loading = loading;
    this.graph = loading.get();
  }

  UnitGraph graph() {
    return graph;
  }

  /** The unit of that name, loaded where it was not; empty for names of no unit. */
  Optional<RunningUnit> load(String name) {
    Optional<Unit> known = graph.find(name);
    boolean wasMissing = known.filter(u -> u.loadState() == LoadState.NOT_FOUND).isPresent();
    Optional<RunningUnit> unit = graph.load(name).map(this::running);
    if (known.isEmpty()) {
      unit.ifPresent(processOne.deferred()::submitToCollect);
    } else if (wasMissing && known.get().isLoaded()) {
      unit.ifPresent(there -> there.reloaded(known.get()));
    }
    return unit;
  }

  /** Loads the units that are always there, and those of what is mounted. */
  void loadPerpetual() {
    Unit.PERPETUAL.forEach(graph::load);
    for (var mount : processOne.machine().files().mounts()) {
      graph.load(UnitName.ofPath(mount.where(), UnitType.MOUNT));
    }
  }

  RunningUnit running(Unit unit) {
    RunningUnit running = unit.index() < table.size() ? table.get(unit.index()) : null;
    if (running == null || running.unit() != unit) {
      running = new RunningUnit(processOne, unit);
      put(unit, running);
    }
    return running;
  }

  private void put(Unit unit, RunningUnit running) {
    while (table.size() <= unit.index()) {
      table.add(null);
    }
    table.set(unit.index(), running);
  }

  /** Whether it has not been unloaded. */
  boolean isKnown(RunningUnit unit) {
    return unit.unit().index() < table.size() && table.get(unit.unit().index()) == unit;
  }

  void pin(String unit) {
    pinned.add(unit);
  }

  boolean isPinned(RunningUnit unit) {
    return pinned.contains(unit.id());
  }

  void unload(RunningUnit unit) {
    Unit gone = unit.unit();
    Set<Unit> others = gone.references();
    graph.unload(gone);
    table.set(gone.index(), null);
    others.forEach(other -> processOne.deferred().submitToCollect(running(other)));
  }

  /** Reads all unit files again; what has a state or a job keeps it. */
  void reload() {
    List<RunningUnit> before = table.stream().filter(Objects::nonNull).toList();
    graph = loading.get();
    table.clear();
    for (RunningUnit unit : before) {
      if (isInUse(unit)) {
        graph.load(unit.id()).ifPresent(now -> adopt(unit, now));
      }
    }
    // What is down keeps its result and its counts where something still refers to it.
    for (RunningUnit unit : before) {
      graph
          .find(unit.id())
          .filter(now -> running(now) != unit && running(now).isUntouched())
          .ifPresent(now -> adopt(unit, now));
    }
    // Dependencies may be others now (unit.c: unit_coldplug).
    before.stream().filter(this::isKnown).forEach(RunningUnit::coldplug);
    before.forEach(processOne.deferred()::submitAll);
    graph.units().forEach(unit -> processOne.deferred().submitAll(running(unit)));
  }

  private static boolean isInUse(RunningUnit unit) {
    return unit.job() != null
        || unit.nopJob() != null
        || !unit.active().isInactiveOrFailed()
        || unit.active() == ActiveState.FAILED;
  }

  private void adopt(RunningUnit unit, Unit now) {
    unit.reloaded(now);
    put(now, unit);
  }
}
