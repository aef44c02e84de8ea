package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Storage;
import dev.dryboot.compiler.model.UnitRef;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a host refers to is there once its layers are laid over each other. */
final class References {
  private final Declared declared;
  private final Set<String> there = new LinkedHashSet<>();
  private final List<Diagnostic> found = new ArrayList<>();

  private References(HostModel host, Declared declared) {
    this.declared = declared;
    host.units().services().forEach(s -> there.add("unit " + s.unit().name().value()));
    host.units().containers().forEach(c -> there.add("unit " + c.name()));
    Storage storage = host.storage();
    for (Storage.Disk disk : storage.disks()) {
      there.add("disk " + disk.name().value());
      disk.partitions().forEach(p -> there.add("partition " + p.name().value()));
    }
    storage.raids().forEach(r -> there.add("raid " + r.name().value()));
    storage.luks().forEach(l -> there.add("luks " + l.name().value()));
  }

  static List<Diagnostic> check(HostModel host, Declared declared) {
    References rule = new References(host, declared);
    host.units().services().forEach(s -> rule.edges(s.unit()));
    host.units().containers().forEach(c -> rule.edges(c.unit()));
    host.updates().ifPresent(u -> u.healthy().forEach(h -> rule.unit(h, "the update")));
    Storage storage = host.storage();
    storage.raids().forEach(r -> r.devices().forEach(rule::device));
    storage.luks().forEach(l -> rule.device(l.device()));
    storage.filesystems().forEach(f -> rule.device(f.device()));
    storage.swaps().forEach(s -> s.device().ifPresent(rule::device));
    return rule.found;
  }

  private void edges(Units.Unit unit) {
    unit.edges().forEach(e -> unit(e.unit(), unit.name().value()));
  }

  private void unit(UnitRef ref, String who) {
    if (ref instanceof UnitRef.OfHost own
        && !there.contains("unit " + own.name())
        && declared.hasUnit(own.name())) {
      found.add(
          Diagnostic.of(
                  ModelRules.UNKNOWN_UNIT,
                  Severity.ERROR,
                  ref.origin(),
                  "%s refers to %s, which this host does not have on this target"
                      .formatted(who, own.name()))
              .why("the unit would name one that does not exist: it waits for nothing, or fails")
              .help(
                  "it was removed, or stands in a when target block for another system: take the"
                      + " reference away with it"));
    }
  }

  private void device(Storage.Device device) {
    switch (device) {
      case Storage.Device.OfDisk disk -> thing("disk", disk.name(), device);
      case Storage.Device.OfPartition partition -> thing("partition", partition.name(), device);
      case Storage.Device.OfRaid raid -> thing("raid", raid.name(), device);
      case Storage.Device.OfLuks luks -> thing("luks", luks.name(), device);
      case Storage.Device.Path path -> {}
    }
  }

  private void thing(String kind, String name, Storage.Device device) {
    if (!there.contains(kind + " " + name) && declared.has(kind, name)) {
      found.add(
          Diagnostic.of(
                  ModelRules.NO_SUCH_THING,
                  Severity.ERROR,
                  device.origin(),
                  "this host has no %s %s on this target".formatted(kind, name))
              .why("there is no device to work on, and the provisioner gives up")
              .help(
                  "it was removed, or stands in a when target block for another system: name"
                      + " another device"));
    }
  }
}
