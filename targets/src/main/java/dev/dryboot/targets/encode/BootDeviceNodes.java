package dev.dryboot.targets.encode;

import dev.dryboot.compiler.document.Node;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Storage;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Traced;
import dev.dryboot.source.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code boot-device} comes to: the partitions, arrays and filesystems of a mirrored or
 * encrypted boot disk, as Butane's {@code boot_device} (fcos 1.3) makes them.
 */
final class BootDeviceNodes {
  private final Optional<Storage.BootDevice> boot;
  private final String layout;

  BootDeviceNodes(HostModel host) {
    this.boot = host.storage().bootDevice();
    this.layout = boot.flatMap(Storage.BootDevice::layout).map(Text::plain).orElse("x86_64");
  }

  private List<Text> mirror() {
    return boot.map(Storage.BootDevice::mirror).orElse(List.of());
  }

  private Origin origin() {
    return boot.map(Storage.BootDevice::origin).orElse(Origin.builtIn("no boot device"));
  }

  /** The disks of the host, those of the mirror with the partitions of a boot disk first. */
  List<Storage.Disk> disks(List<Storage.Disk> own) {
    Map<String, Storage.Disk> disks = new LinkedHashMap<>();
    for (int i = 0; i < mirror().size(); i++) {
      Text device = mirror().get(i);
      Origin origin = device.origin();
      disks.put(
          device.plain(),
          new Storage.Disk(
              new Traced<>("boot-" + (i + 1), origin),
              device,
              Optional.of(new Traced<>(true, origin)),
              Optional.empty(),
              partitions(i + 1, origin)));
    }
    own.forEach(d -> disks.merge(d.device().plain(), d, BootDeviceNodes::joined));
    return List.copyOf(disks.values());
  }

  private List<Storage.Partition> partitions(int number, Origin origin) {
    List<Storage.Partition> all = new ArrayList<>();
    switch (layout) {
      case "ppc64le" -> {
        all.add(partition("prep-" + number, 4, "prep", origin));
        all.add(partition("reserved-" + number, 127, "reserved", origin));
      }
      case "aarch64" -> {
        all.add(partition("reserved-" + number, 1, "reserved", origin));
        all.add(partition("esp-" + number, 127, "esp", origin));
      }
      default -> {
        all.add(partition("bios-" + number, 1, "bios-boot", origin));
        all.add(partition("esp-" + number, 127, "esp", origin));
      }
    }
    all.add(partition("boot-" + number, 384, "", origin));
    all.add(partition("root-" + number, 0, "", origin));
    return all;
  }

  private static Storage.Partition partition(String label, long size, String type, Origin origin) {
    return new Storage.Partition(
        new Traced<>(label, origin),
        size == 0
            ? Optional.empty()
            : Optional.of(new Traced<>(new Storage.Size.MiB(size), origin)),
        Optional.empty(),
        Optional.empty(),
        type.isEmpty() ? Optional.empty() : Optional.of(Text.of(type, origin)),
        Optional.empty(),
        Optional.empty());
  }

  /** The author's disk over the boot disk: partitions by label. */
  private static Storage.Disk joined(Storage.Disk boot, Storage.Disk own) {
    Map<String, Storage.Partition> partitions = new LinkedHashMap<>();
    boot.partitions().forEach(p -> partitions.put(p.name().value(), p));
    for (Storage.Partition p : own.partitions()) {
      partitions.merge(
          p.name().value(),
          p,
          (a, b) ->
              new Storage.Partition(
                  b.name(),
                  b.size().isPresent() ? b.size() : a.size(),
                  b.startMiB(),
                  b.number(),
                  b.type().isPresent() ? b.type() : a.type(),
                  b.resize(),
                  b.wipe()));
    }
    return new Storage.Disk(
        own.name(),
        own.device(),
        own.wipeTable().isPresent() ? own.wipeTable() : boot.wipeTable(),
        own.tableType(),
        List.copyOf(partitions.values()));
  }

  List<Node> raids() {
    return mirror().isEmpty() ? List.of() : List.of(raid("boot", true), raid("root", false));
  }

  private Node raid(String part, boolean oldMetadata) {
    Node.Items devices = new Node.Items(origin());
    for (int i = 0; i < mirror().size(); i++) {
      devices.add(
          Node.of("/dev/disk/by-partlabel/" + part + "-" + (i + 1), mirror().get(i).origin()));
    }
    Node.Fields node =
        new Node.Fields(origin())
            .put("name", Node.of("md-" + part, origin()))
            .put("level", Node.of("raid1", origin()))
            .put("devices", devices);
    return oldMetadata
        ? node.put("options", new Node.Items(origin()).add(Node.of("--metadata=1.0", origin())))
        : node;
  }

  Optional<Storage.Luks> luks() {
    return boot.flatMap(Storage.BootDevice::luks)
        .map(
            opening ->
                new Storage.Luks(
                    new Traced<>("root", origin()),
                    new Storage.Device.Path(
                        Text.of(
                            mirror().isEmpty() ? "/dev/disk/by-partlabel/root" : "/dev/md/md-root",
                            origin()),
                        origin()),
                    Optional.of(Text.of("luks-root", origin())),
                    opening,
                    Optional.of(new Traced<>(true, origin()))));
  }

  List<Node> filesystems() {
    List<Node> all = new ArrayList<>();
    if (!layout.equals("ppc64le")) {
      for (int i = 1; i <= mirror().size(); i++) {
        all.add(filesystem("/dev/disk/by-partlabel/esp-" + i, "vfat", "esp-" + i));
      }
    }
    if (!mirror().isEmpty()) {
      all.add(filesystem("/dev/md/md-boot", "ext4", "boot"));
    }
    boolean encrypted = boot.flatMap(Storage.BootDevice::luks).isPresent();
    if (encrypted || !mirror().isEmpty()) {
      all.add(filesystem(encrypted ? "/dev/mapper/root" : "/dev/md/md-root", "xfs", "root"));
    }
    return all;
  }

  private Node filesystem(String device, String format, String label) {
    return new Node.Fields(origin())
        .put("device", Node.of(device, origin()))
        .put("format", Node.of(format, origin()))
        .put("label", Node.of(label, origin()))
        .put("wipeFilesystem", Node.of(true, origin()));
  }
}
