package dev.dryboot.targets.os.ubuntu;

import dev.dryboot.compiler.document.Node;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Storage;
import dev.dryboot.compiler.model.Storage.Device;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.plan.Notes;
import dev.dryboot.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code disk_setup}, {@code fs_setup}, {@code mounts} and {@code swap}. */
final class UbuntuStorage {
  private static final Origin BUILT = Origin.builtIn("part of every cloud-config");

  private final HostModel host;
  private final Notes notes;

  UbuntuStorage(HostModel host, Notes notes) {
    this.host = host;
    this.notes = notes;
  }

  void encode(Node.Fields root, Node.Items early) {
    Node.Fields disks = new Node.Fields(BUILT);
    for (Storage.Disk disk : host.storage().disks()) {
      disk(disk, disks, early);
    }
    Node.Items filesystems = new Node.Items(BUILT);
    Node.Items mounts = new Node.Items(BUILT);
    for (Storage.Filesystem filesystem : host.storage().filesystems()) {
      filesystem(filesystem, filesystems, mounts);
    }
    for (Storage.Swap swap : host.storage().swaps()) {
      swap(swap, root, filesystems, mounts);
    }
    root.putFilled("disk_setup", disks)
        .putFilled("fs_setup", filesystems)
        .putFilled("mounts", mounts);
  }

  /** cloud-init parts disks by shares; sizes are sgdisk's, once, before disk_setup. */
  private void disk(Storage.Disk disk, Node.Fields disks, Node.Items early) {
    Origin origin = disk.name().origin();
    boolean wipe = disk.wipeTable().map(w -> w.value()).orElse(false);
    if (disk.partitions().stream().anyMatch(UbuntuStorage::isSized)) {
      early.add(sgdisk(disk, wipe));
      notes.lowered(
          origin,
          "partitions with a size",
          "sgdisk makes them on the first boot, as cloud-init knows shares only");
      return;
    }
    Node.Fields node = new Node.Fields(origin);
    String type = disk.tableType().map(Text::plain).orElse("gpt");
    node.put("table_type", Node.of(type, disk.tableType().map(Text::origin).orElse(origin)));
    boolean whole = disk.partitions().size() == 1 && disk.partitions().getFirst().type().isEmpty();
    node.put("layout", whole ? Node.of(true, origin) : layout(disk));
    disks.put(
        disk.device().plain(),
        node.put("overwrite", Node.of(wipe, disk.wipeTable().map(w -> w.origin()).orElse(origin))));
  }

  private static boolean isSized(Storage.Partition partition) {
    return partition.startMiB().isPresent()
        || partition.size().map(s -> s.value() instanceof Storage.Size.MiB).orElse(false);
  }

  private static Node layout(Storage.Disk disk) {
    Node.Items layout = new Node.Items(disk.name().origin());
    int left = 100;
    for (Storage.Partition partition : disk.partitions()) {
      Origin origin = partition.name().origin();
      int share =
          partition.size().isPresent()
                  && partition.size().get().value() instanceof Storage.Size.Percent percent
              ? percent.of()
              : left;
      left = Math.max(0, left - share);
      Node size = Node.of(share, origin);
      layout.add(
          partition
              .type()
              .<Node>map(
                  t -> new Node.Items(origin).add(size).add(Node.of(code(t.plain()), t.origin())))
              .orElse(size));
    }
    return layout;
  }

  /** cloud-init takes the MBR code of a type for GPT as well. */
  private static long code(String type) {
    return switch (type) {
      case "linux-swap", "swap" -> 82;
      case String other when other.matches("[0-9]{1,2}") -> Long.parseLong(other);
      case String other -> 83;
    };
  }

  private static Node sgdisk(Storage.Disk disk, boolean wipe) {
    Origin origin = disk.name().origin();
    List<String> words = new ArrayList<>();
    words.addAll(
        List.of("cloud-init-per", "once", "dryboot-disk-" + disk.name().value(), "sgdisk"));
    if (wipe) {
      words.add("--zap-all");
    }
    int number = 0;
    for (Storage.Partition partition : disk.partitions()) {
      number = partition.number().map(n -> n.value().intValue()).orElse(number + 1);
      String size =
          partition.size().isPresent()
                  && partition.size().get().value() instanceof Storage.Size.MiB m
              ? "+" + m.count() + "M"
              : "0";
      String start = partition.startMiB().map(s -> s.value() + "M").orElse("0");
      words.add("--new=%d:%s:%s".formatted(number, start, size));
      words.add("--change-name=%d:%s".formatted(number, partition.name().value()));
      if (partition.type().map(t -> code(t.plain()) == 82).orElse(false)) {
        words.add("--typecode=%d:8200".formatted(number));
      }
    }
    words.add(disk.device().plain());
    Node.Items command = new Node.Items(origin);
    words.forEach(w -> command.add(Node.of(w, origin)));
    return command;
  }

  private void filesystem(
      Storage.Filesystem filesystem, Node.Items filesystems, Node.Items mounts) {
    Origin origin = filesystem.name().origin();
    String device = path(filesystem.device());
    String format = filesystem.format().map(Text::plain).orElse("auto");
    boolean made =
        device.startsWith("/dev/") && !format.matches("none|auto|tmpfs") && !filesystem.isRemote();
    if (made) {
      Node.Fields node = new Node.Fields(origin);
      filesystem.label().ifPresent(l -> node.put("label", Node.of(l.plain(), l.origin())));
      filesystems.add(
          node.put("filesystem", Node.of(format, origin))
              .put("device", Node.of(device, filesystem.device().origin()))
              .put(
                  "overwrite",
                  Node.of(filesystem.wipe().map(w -> w.value()).orElse(false), origin)));
    }
    filesystem
        .path()
        .ifPresent(
            path -> {
              String options =
                  filesystem.mountOptions().stream()
                      .map(Text::plain)
                      .collect(Collectors.joining(","));
              String check = made ? "2" : "0";
              mounts.add(
                  mount(
                      path.origin(),
                      device,
                      path.plain(),
                      format,
                      options.isEmpty() ? "defaults" : options,
                      check));
            });
  }

  private static Node mount(
      Origin origin, String device, String path, String type, String options, String check) {
    Node.Items fields = new Node.Items(origin);
    List.of(device, path, type, options, "0", check).forEach(f -> fields.add(Node.of(f, origin)));
    return fields;
  }

  private void swap(
      Storage.Swap swap, Node.Fields root, Node.Items filesystems, Node.Items mounts) {
    Origin origin = swap.name().origin();
    swap.device()
        .ifPresent(
            device -> {
              filesystems.add(
                  new Node.Fields(origin)
                      .put("filesystem", Node.of("swap", origin))
                      .put("device", Node.of(path(device), device.origin())));
              mounts.add(mount(origin, path(device), "none", "swap", "sw", "0"));
            });
    swap.path()
        .ifPresent(
            path ->
                root.put(
                    "swap",
                    new Node.Fields(origin)
                        .put("filename", Node.of(path.plain(), path.origin()))
                        .put(
                            "size",
                            Node.of(
                                swap.sizeMiB().map(s -> s.value()).orElse(1024L) << 20, origin))));
  }

  /** cloud-init does not label partitions: they go by their number on the disk. */
  private String path(Device device) {
    return switch (device) {
      case Device.Path path -> path.path().plain();
      case Device.OfDisk disk ->
          host.storage().disks().stream()
              .filter(d -> d.name().value().equals(disk.name()))
              .map(d -> d.device().plain())
              .findFirst()
              .orElse("");
      case Device.OfRaid raid -> "/dev/md/" + raid.name();
      case Device.OfLuks luks -> "/dev/mapper/" + luks.name();
      case Device.OfPartition partition -> partition(partition.name());
    };
  }

  private String partition(String name) {
    for (Storage.Disk disk : host.storage().disks()) {
      int number = 0;
      for (Storage.Partition partition : disk.partitions()) {
        number = partition.number().map(n -> n.value().intValue()).orElse(number + 1);
        if (partition.name().value().equals(name)) {
          String device = disk.device().plain();
          String between =
              device.startsWith("/dev/disk/") ? "-part" : device.matches(".*[0-9]") ? "p" : "";
          return device + between + number;
        }
      }
    }
    return "/dev/disk/by-partlabel/" + name;
  }
}
