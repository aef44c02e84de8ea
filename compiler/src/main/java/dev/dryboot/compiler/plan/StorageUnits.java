package dev.dryboot.compiler.plan;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Storage;
import dev.dryboot.compiler.model.Storage.Device;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.source.Origin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Mount and swap units, as Butane writes them for {@code with_mount_unit}. */
public final class StorageUnits {
  private StorageUnits() {}

  static void plan(Draft draft) {
    HostModel host = draft.host();
    host.storage().filesystems().stream()
        .filter(f -> f.path().isPresent())
        .forEach(f -> mount(draft, f));
    host.storage().swaps().forEach(s -> swap(draft, s));
  }

  /** The path of a device as udev and mdadm name it. */
  public static Text path(Device device, HostModel host) {
    return switch (device) {
      case Device.Path path -> path.path();
      case Device.OfPartition partition ->
          Text.of("/dev/disk/by-partlabel/" + partition.name(), partition.origin());
      case Device.OfRaid raid -> Text.of("/dev/md/" + raid.name(), raid.origin());
      case Device.OfLuks luks -> Text.of("/dev/mapper/" + luks.name(), luks.origin());
      case Device.OfDisk disk ->
          host.storage().disks().stream()
              .filter(d -> d.name().value().equals(disk.name()))
              .findFirst()
              .map(Storage.Disk::device)
              .orElse(Text.of("", disk.origin()));
    };
  }

  /** Whether the network is needed before the filesystem is there. */
  static boolean needsNetwork(Storage.Filesystem filesystem, HostModel host) {
    if (filesystem.isRemote()) {
      return true;
    }
    String device = path(filesystem.device(), host).plain();
    return host.storage().luks().stream()
        .filter(l -> l.opening().needsNetwork())
        .map(l -> l.name().value())
        .anyMatch(
            n ->
                device.equals("/dev/mapper/" + n) || device.equals("/dev/disk/by-id/dm-name-" + n));
  }

  private static void mount(Draft draft, Storage.Filesystem filesystem) {
    HostModel host = draft.host();
    Origin origin = filesystem.name().origin();
    Text device = path(filesystem.device(), host);
    Text where = filesystem.path().orElse(Text.of("", origin));
    String format = filesystem.format().map(Text::plain).orElse("auto");
    boolean network = needsNetwork(filesystem, host);
    UnitText text = new UnitText();
    text.add("Unit", "Description", "Filesystem " + filesystem.name().value(), origin);
    if (device.plain().startsWith("/dev/") && !format.equals("none") && !filesystem.isRemote()) {
      String check = "systemd-fsck@" + UnitNames.escapePath(device.plain()) + ".service";
      text.add("Unit", "Requires", check, device.origin());
      text.add("Unit", "After", check, device.origin());
    }
    text.add("Mount", "Where", where, where.origin());
    text.add("Mount", "What", device, device.origin());
    filesystem
        .format()
        .filter(f -> !f.plain().equals("auto"))
        .ifPresent(f -> text.add("Mount", "Type", f, f.origin()));
    options(filesystem, network).ifPresent(o -> text.add("Mount", "Options", o, o.origin()));
    text.add(
        "Install",
        isOptional(filesystem) ? "WantedBy" : "RequiredBy",
        network ? "remote-fs.target" : "local-fs.target",
        origin);
    draft.unit(UnitNames.escapePath(where.plain()) + ".mount", text, true, origin);
  }

  private static boolean isOptional(Storage.Filesystem filesystem) {
    return filesystem.mountOptions().stream().anyMatch(o -> o.plain().equals("nofail"));
  }

  private static Optional<Text> options(Storage.Filesystem filesystem, boolean network) {
    List<Text> options = filesystem.mountOptions();
    boolean marked = options.stream().anyMatch(o -> o.plain().equals("_netdev"));
    String all = options.stream().map(Text::plain).collect(Collectors.joining(","));
    String more = network && !marked && !filesystem.isRemote() ? "_netdev" : "";
    String joined = all.isEmpty() || more.isEmpty() ? all + more : all + "," + more;
    Origin origin = options.isEmpty() ? filesystem.device().origin() : options.getFirst().origin();
    return joined.isEmpty() ? Optional.empty() : Optional.of(Text.of(joined, origin));
  }

  private static void swap(Draft draft, Storage.Swap swap) {
    Origin origin = swap.name().origin();
    UnitText text = new UnitText();
    text.add("Unit", "Description", "Swap " + swap.name().value(), origin);
    Text what =
        swap.device().map(d -> path(d, draft.host())).or(swap::path).orElse(Text.of("", origin));
    String unit = UnitNames.escapePath(what.plain()) + ".swap";
    swap.path().ifPresent(p -> swapFile(draft, swap, p, unit, text));
    text.add("Swap", "What", what, what.origin());
    text.add("Install", "RequiredBy", "swap.target", origin);
    draft.unit(unit, text, true, origin);
  }

  private static void swapFile(
      Draft draft, Storage.Swap swap, Text path, String unit, UnitText swapText) {
    Origin origin = path.origin();
    String maker = "make-" + UnitNames.escapePath(path.plain()) + ".service";
    long size = swap.sizeMiB().map(s -> s.value()).orElse(1024L);
    UnitText text = new UnitText();
    text.add("Unit", "Description", "Makes the swap file " + path.plain(), origin);
    text.add("Unit", "DefaultDependencies", "no", origin.because("swap comes before basic.target"));
    text.add("Unit", "RequiresMountsFor", path, origin);
    text.add("Unit", "ConditionPathExists", "!" + path.plain(), origin);
    text.add("Unit", "Before", unit, origin);
    text.add("Service", "Type", "oneshot", origin);
    text.add("Service", "RemainAfterExit", "yes", origin);
    text.add("Service", "UMask", "0077", origin);
    text.add(
        "Service",
        "ExecStart",
        "/usr/bin/dd if=/dev/zero of=%s bs=1M count=%d".formatted(path.plain(), size),
        origin);
    text.add("Service", "ExecStart", "/usr/sbin/mkswap " + path.plain(), origin);
    swapText.add("Unit", "Requires", maker, origin);
    swapText.add("Unit", "After", maker, origin);
    draft.unit(maker, text, false, origin);
    draft.notes().lowered(origin, "swap file", "a unit makes the file before it is first used");
  }
}
