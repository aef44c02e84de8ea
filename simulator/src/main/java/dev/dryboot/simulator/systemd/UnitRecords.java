package dev.dryboot.simulator.systemd;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.unitfile.Section;
import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.service.ServiceMachine;
import dev.dryboot.simulator.systemd.unit.Dependency;
import dev.dryboot.simulator.systemd.unit.Fragment;
import dev.dryboot.simulator.systemd.unit.Unit;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The manager's units as rules read them. */
final class UnitRecords {
  private UnitRecords() {}

  static List<UnitRecord> of(ProcessOne processOne, Verbs verbs) {
    List<UnitRecord> records = new ArrayList<>();
    Function<String, Optional<String>> enablement = verbs.enablement().states();
    for (Unit unit : processOne.units()) {
      records.add(record(processOne.running(unit), enablement));
    }
    records.sort(Comparator.comparing(UnitRecord::name));
    return records;
  }

  private static UnitRecord record(
      RunningUnit running, Function<String, Optional<String>> enablement) {
    Unit unit = running.unit();
    List<UnitRecord.Setting> settings = new ArrayList<>();
    List<SourceText> texts = new ArrayList<>();
    for (Fragment fragment : unit.settings().fragments()) {
      texts.add(fragment.file().source());
      for (Section section : fragment.file().sections()) {
        for (Directive directive : section.directives()) {
          settings.add(
              new UnitRecord.Setting(
                  section.name(), directive.name(), directive.value(), directive.whole()));
        }
      }
    }
    return new UnitRecord(
        unit.id(),
        unit.names().stream().filter(n -> !n.equals(unit.id())).toList(),
        unit.loadState().word(),
        enablement.apply(unit.id()).orElse(""),
        running.active().word(),
        running.machine().sub(),
        running.machine().result(),
        texts,
        settings,
        edges(unit),
        running.machine() instanceof ServiceMachine service ? service.commands() : List.of());
  }

  private static List<UnitRecord.Edge> edges(Unit unit) {
    List<UnitRecord.Edge> edges = new ArrayList<>();
    for (Dependency dependency : Dependency.values()) {
      if (dependency == Dependency.REFERENCES || dependency == Dependency.REFERENCED_BY) {
        continue;
      }
      for (Unit other : unit.of(dependency)) {
        edges.add(
            new UnitRecord.Edge(
                dependency.word(),
                other.id(),
                unit.origin(dependency, other).flatMap(o -> o.written())));
      }
    }
    return edges;
  }
}
