package dev.dryboot.simulator.systemd;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.unitfile.Section;
import dev.dryboot.simulator.machine.SeenUnits;
import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.service.ServiceMachine;
import dev.dryboot.simulator.systemd.unit.Dependency;
import dev.dryboot.simulator.systemd.unit.DependencyOrigin;
import dev.dryboot.simulator.systemd.unit.Enablement;
import dev.dryboot.simulator.systemd.unit.Fragment;
import dev.dryboot.simulator.systemd.unit.Settings;
import dev.dryboot.simulator.systemd.unit.Unit;
import dev.dryboot.simulator.systemd.unit.UnitGraph;
import dev.dryboot.simulator.systemd.unit.UnitPath;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The manager's units as rules read them. */
final class UnitRecords {
  private final VirtualFileSystem files;
  private final Function<String, Optional<String>> enablement;

  private UnitRecords(VirtualFileSystem files, UnitGraph graph, SystemdVersion version) {
    this.files = files;
    UnitPath path = new UnitPath(files, graph.path().directories());
    this.enablement = new Enablement(files, path, graph.cache(), version).states();
  }

  /** What a unit's files say, setting by setting, and the files themselves. */
  private record Written(List<SourceText> texts, List<UnitRecord.Setting> settings) {
    Written {
      texts = List.copyOf(texts);
      settings = List.copyOf(settings);
    }
  }

  /**
   * The units as they are now. A manager that has had its time leaves them as they are; the files
   * go on to the next boot, so they are kept.
   */
  static SeenUnits of(ProcessOne processOne) {
    VirtualFileSystem files = processOne.machine().files().snapshot();
    UnitGraph graph = processOne.graph();
    List<RunningUnit> units = new ArrayList<>();
    for (Unit unit : graph.units()) {
      RunningUnit running = processOne.running(unit);
      running.active(); // devices and mounts look at the machine when they are first asked
      units.add(running);
    }
    units.sort(Comparator.comparing(RunningUnit::id));
    return new SeenUnits(
        () -> {
          UnitRecords records = new UnitRecords(files, graph, processOne.version());
          return units.stream().map(records::record).toList();
        });
  }

  private UnitRecord record(RunningUnit running) {
    Unit unit = running.unit();
    Written written = unit.settings().derived(Written.class, unit.type(), UnitRecords::written);
    return new UnitRecord(
        unit.id(),
        unit.names().stream().filter(n -> !n.equals(unit.id())).toList(),
        unit.loadState().word(),
        enablement.apply(unit.id()).orElse(""),
        running.active().word(),
        running.machine().sub(),
        running.machine().result(),
        written.texts(),
        written.settings(),
        edges(unit),
        running.machine() instanceof ServiceMachine service ? service.commands(files) : List.of());
  }

  private static Written written(Settings of) {
    List<UnitRecord.Setting> settings = new ArrayList<>();
    List<SourceText> texts = new ArrayList<>();
    for (Fragment fragment : of.fragments()) {
      texts.add(fragment.file().source());
      for (Section section : fragment.file().sections()) {
        for (Directive directive : section.directives()) {
          settings.add(
              new UnitRecord.Setting(
                  section.name(), directive.name(), directive.value(), directive.whole()));
        }
      }
    }
    return new Written(texts, settings);
  }

  private static List<UnitRecord.Edge> edges(Unit unit) {
    List<UnitRecord.Edge> edges = new ArrayList<>();
    for (Dependency dependency : Dependency.values()) {
      List<Unit> others = unit.of(dependency);
      List<DependencyOrigin> origins = unit.origins(dependency);
      for (int i = 0; i < others.size(); i++) {
        edges.add(
            new UnitRecord.Edge(dependency.word(), others.get(i).id(), origins.get(i).written()));
      }
    }
    return edges;
  }
}
