package dev.dryboot.targets.encode;

import dev.dryboot.compiler.document.Node;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Storage;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.plan.StorageUnits;
import dev.dryboot.source.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Disks, arrays, encrypted volumes and filesystems of an Ignition document. */
final class IgnitionStorage {
  private static final Map<String, String> TYPES = types();

  private final HostModel host;
  private final IgnitionVersion version;

  IgnitionStorage(HostModel host, IgnitionVersion version) {
    this.host = host;
    this.version = version;
  }

  private static Map<String, String> types() {
    Map<String, String> types = new LinkedHashMap<>();
    types.put("linux", "0FC63DAF-8483-4772-8E79-3D69D8477DE4");
    types.put("linux-swap", "0657FD6D-A4AB-43C4-84E5-0933C84B4F4F");
    types.put("swap", "0657FD6D-A4AB-43C4-84E5-0933C84B4F4F");
    types.put("linux-raid", "A19D880F-05FC-4D3B-A006-743F0F84911E");
    types.put("linux-lvm", "E6D6D379-F507-44C2-A23C-238F2A3DF928");
    types.put("linux-luks", "CA7D7CCB-63ED-4C53-861C-1742536059CC");
    types.put("linux-home", "933AC7E1-2EB4-4F13-B844-0E14E2AEF915");
    types.put("linux-var", "4D21B016-B534-45C2-A9FB-5C16E091FD2D");
    types.put("esp", "C12A7328-F81F-11D2-BA4B-00A0C93EC93B");
    types.put("bios-boot", "21686148-6449-6E6F-744E-656564454649");
    types.put("prep", "9E1A2D38-C612-4316-AA26-8B49521E5A8B");
    types.put("reserved", "8DA63339-0007-60C0-C436-083AC8230908");
    return types;
  }

  static String guid(String type) {
    return TYPES.getOrDefault(type, type);
  }

  void encode(Node.Fields storage, Origin built) {
    BootDeviceNodes boot = new BootDeviceNodes(host);
    Node.Items disks = new Node.Items(built);
    for (Storage.Disk disk : boot.disks(host.storage().disks())) {
      disks.add(disk(disk));
    }
    Node.Items raids = new Node.Items(built);
    boot.raids().forEach(raids::add);
    host.storage().raids().forEach(r -> raids.add(raid(r)));
    Node.Items luks = new Node.Items(built);
    boot.luks().ifPresent(l -> luks.add(luks(l)));
    host.storage().luks().forEach(l -> luks.add(luks(l)));
    Node.Items filesystems = new Node.Items(built);
    boot.filesystems().forEach(filesystems::add);
    host.storage().filesystems().stream()
        .filter(this::isMade)
        .forEach(f -> filesystems.add(filesystem(f)));
    host.storage().swaps().forEach(s -> s.device().ifPresent(d -> filesystems.add(swap(s, d))));
    storage
        .putFilled("disks", disks)
        .putFilled("raid", raids)
        .putFilled("luks", luks)
        .putFilled("filesystems", filesystems);
  }

  /** Whether Ignition makes or checks it: not what lies elsewhere or is another view of files. */
  private boolean isMade(Storage.Filesystem filesystem) {
    String format = filesystem.format().map(Text::plain).orElse("auto");
    return !filesystem.isRemote()
        && !format.equals("none")
        && !format.equals("auto")
        && !format.equals("tmpfs")
        && StorageUnits.path(filesystem.device(), host).plain().startsWith("/dev/");
  }

  private Node disk(Storage.Disk disk) {
    Node.Items partitions = new Node.Items(disk.name().origin());
    disk.partitions().forEach(p -> partitions.add(partition(p)));
    return new Node.Fields(disk.name().origin())
        .put("device", Leaves.text(disk.device()))
        .put("wipeTable", Leaves.bool(disk.wipeTable()))
        .putFilled("partitions", partitions);
  }

  private Node partition(Storage.Partition partition) {
    partition.resize().ifPresent(r -> version.need(2, r.origin(), "a partition that is resized"));
    Node.Fields node =
        new Node.Fields(partition.name().origin())
            .put("label", Leaves.text(partition.name()))
            .put("number", Leaves.number(partition.number()));
    partition
        .size()
        .ifPresent(
            size -> {
              if (size.value() instanceof Storage.Size.MiB mebibytes) {
                node.put("sizeMiB", Node.of(mebibytes.count(), size.origin()));
              }
            });
    return node.put("startMiB", Leaves.number(partition.startMiB()))
        .put("typeGuid", partition.type().map(t -> Node.of(guid(t.plain()), t.origin())))
        .put("wipePartitionEntry", Leaves.bool(partition.wipe()))
        .put("resize", Leaves.bool(partition.resize()));
  }

  private Node raid(Storage.Raid raid) {
    Node.Items devices = new Node.Items(raid.name().origin());
    raid.devices().forEach(d -> devices.add(Leaves.text(StorageUnits.path(d, host))));
    return new Node.Fields(raid.name().origin())
        .put("name", Leaves.text(raid.name()))
        .put("level", Leaves.text(raid.level()))
        .put("devices", devices)
        .put("spares", Leaves.number(raid.spares()))
        .putFilled("options", Leaves.list(raid.options(), raid.name().origin()));
  }

  private Node luks(Storage.Luks luks) {
    Origin origin = luks.name().origin();
    version.need(2, origin, "an encrypted volume");
    Storage.Opening opening = luks.opening();
    opening.discard().ifPresent(d -> version.need(4, d.origin(), "discard on an encrypted volume"));
    return new Node.Fields(origin)
        .put("name", Leaves.text(luks.name()))
        .put("device", Leaves.text(StorageUnits.path(luks.device(), host)))
        .put("label", Leaves.text(luks.label()))
        .put(
            "keyFile",
            opening.key().map(k -> IgnitionFiles.resource(k, Optional.empty(), Optional.empty())))
        .put("clevis", clevis(opening, origin))
        .put("discard", Leaves.bool(opening.discard()))
        .put("wipeVolume", Leaves.bool(luks.wipeVolume()));
  }

  private Optional<Node> clevis(Storage.Opening opening, Origin origin) {
    if (opening.tang().isEmpty() && opening.tpm2().isEmpty()) {
      return Optional.empty();
    }
    Node.Items tang = new Node.Items(origin);
    for (Storage.Tang server : opening.tang()) {
      server
          .advertisement()
          .ifPresent(a -> version.need(4, a.origin(), "a Tang server's advertisement"));
      tang.add(
          new Node.Fields(server.origin())
              .put("url", Leaves.text(server.url()))
              .put("thumbprint", Leaves.text(server.thumbprint()))
              .put("advertisement", Leaves.text(server.advertisement())));
    }
    return Optional.of(
        new Node.Fields(origin)
            .put("tpm2", Leaves.bool(opening.tpm2()))
            .putFilled("tang", tang)
            .put("threshold", Leaves.number(opening.threshold())));
  }

  private Node filesystem(Storage.Filesystem filesystem) {
    Origin origin = filesystem.name().origin();
    filesystem.mountOptions().stream()
        .findFirst()
        .ifPresent(o -> version.need(1, o.origin(), "options for a mount"));
    Node.Fields node =
        new Node.Fields(origin)
            .put("device", Leaves.text(StorageUnits.path(filesystem.device(), host)))
            .put("format", Leaves.text(filesystem.format()))
            .put("path", Leaves.text(filesystem.path()))
            .put("label", Leaves.text(filesystem.label()))
            .put("uuid", Leaves.text(filesystem.uuid()))
            .putFilled("options", Leaves.list(filesystem.options(), origin))
            .putFilled("mountOptions", mountOptions(filesystem.mountOptions(), origin));
    return node.put("wipeFilesystem", Leaves.bool(filesystem.wipe()));
  }

  /** Options that Ignition's own mount can take: not those of systemd's fstab generator. */
  private static Node.Items mountOptions(List<Text> options, Origin origin) {
    return Leaves.list(
        options.stream()
            .filter(o -> !o.plain().matches("x-systemd\\..*|nofail|noauto|_netdev|defaults"))
            .toList(),
        origin);
  }

  private Node swap(Storage.Swap swap, Storage.Device device) {
    Origin origin = swap.name().origin();
    return new Node.Fields(origin)
        .put("device", Leaves.text(StorageUnits.path(device, host)))
        .put("format", Node.of("swap", origin))
        .put("wipeFilesystem", Node.of(true, origin));
  }
}
