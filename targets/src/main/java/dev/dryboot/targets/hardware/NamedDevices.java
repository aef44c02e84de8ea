package dev.dryboot.targets.hardware;

import dev.dryboot.foreign.unitfile.UnitFile;
import dev.dryboot.foreign.unitfile.UnitFileReader;
import dev.dryboot.simulator.cloudinit.CloudConfig;
import dev.dryboot.simulator.cloudinit.CloudStorage;
import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.ignition.IgnitionConfig;
import dev.dryboot.simulator.ignition.Storage;
import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The devices that a document names.
 *
 * @param wholeDisks disks that it partitions
 * @param others what it puts file systems, volumes and arrays on
 * @param mounted what it mounts without making a file system on it
 * @param leastMib how large a disk has to be for the partitions asked for, in MiB
 */
record NamedDevices(
    List<Located<String>> wholeDisks,
    List<Located<String>> others,
    List<Mounted> mounted,
    long leastMib) {

  /** A device that must hold a file system already; {@code format} may be {@code auto}. */
  record Mounted(Located<String> device, String format) {}

  private static final Pattern KERNEL_NAME =
      Pattern.compile(
          "/dev/(([shv]|xv|das)d[a-z]{1,2}[0-9]{0,3}|nvme[0-9]{1,3}n[0-9]{1,3}(p[0-9]{1,3})?"
              + "|mmcblk[0-9]{1,3}(p[0-9]{1,3})?)");

  NamedDevices {
    mounted = List.copyOf(mounted);
    wholeDisks = List.copyOf(wholeDisks);
    others = List.copyOf(others);
  }

  static NamedDevices of(IgnitionConfig config) {
    Storage storage = config.storage();
    List<Located<String>> others = new ArrayList<>();
    storage.raid().forEach(r -> others.addAll(r.devices()));
    storage.luks().forEach(l -> l.device().ifPresent(others::add));
    storage.filesystems().forEach(f -> others.add(f.device()));
    return new NamedDevices(
        storage.disks().stream().map(Storage.Disk::device).toList(),
        others,
        List.of(),
        storage.disks().stream().mapToLong(NamedDevices::leastMib).max().orElse(0));
  }

  private static long leastMib(Storage.Disk disk) {
    long end = 0;
    for (Storage.Partition partition : disk.partitions()) {
      long start = partition.startMiB().map(Located::value).filter(s -> s > 0).orElse(end);
      end = Math.max(end, start) + partition.sizeMiB().map(Located::value).orElse(0L);
    }
    return end;
  }

  static NamedDevices of(CloudConfig config) {
    CloudStorage storage = config.storage();
    List<Located<String>> disks = new ArrayList<>();
    List<Located<String>> others = new ArrayList<>();
    storage.disks().forEach(d -> disks.add(absolute(d.device())));
    storage.filesystems().forEach(f -> others.add(absolute(f.device())));
    List<Mounted> mounted = new ArrayList<>();
    // What the document itself gives a label is no device of its own.
    Set<String> labelled =
        storage.filesystems().stream()
            .flatMap(f -> f.label().stream())
            .map(label -> BlockDevices.path("LABEL=" + label.value()))
            .collect(Collectors.toSet());
    storage.mounts().stream()
        .flatMap(m -> mounted(m).stream())
        .filter(m -> !labelled.contains(BlockDevices.path(m.device().value())))
        .forEach(mounted::add);
    return new NamedDevices(disks, others, mounted, 0);
  }

  private static Optional<Mounted> mounted(CloudStorage.Mount mount) {
    var fields = mount.fields();
    if (fields.size() < 2 || fields.get(0).isEmpty() || fields.get(1).isEmpty()) {
      return Optional.empty();
    }
    String format = fields.size() > 2 ? fields.get(2).map(Located::value).orElse("auto") : "auto";
    return Optional.of(new Mounted(absolute(fields.get(0).get()), format));
  }

  /**
   * What mount and swap units name; in a unit, only the kernel's names say that a disk is there.
   */
  static NamedDevices of(Collection<SourceText> units) {
    List<Mounted> mounted = new ArrayList<>();
    for (SourceText text : units) {
      UnitFile unit = UnitFileReader.read(text);
      for (String section : List.of("Mount", "Swap")) {
        unit.directives(section).stream()
            .filter(d -> d.name().equals("What") && KERNEL_NAME.matcher(d.value()).matches())
            .map(d -> new Located<>(d.value(), d.whole()))
            .forEach(d -> mounted.add(new Mounted(d, section.equals("Swap") ? "swap" : "auto")));
      }
    }
    return new NamedDevices(List.of(), List.of(), mounted, 0);
  }

  /** cc_mounts.py, is_meta_device_name and sanitize_devname: a bare name is below /dev. */
  private static Located<String> absolute(Located<String> device) {
    String name = device.value();
    return name.matches("([shv]|xv|das)d[a-z]+[0-9]*|nvme[0-9]+n[0-9]+(p[0-9]+)?")
        ? new Located<>("/dev/" + name, device.at())
        : device;
  }
}
