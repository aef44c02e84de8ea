package dev.dryboot.simulator.systemd.generator;

import dev.dryboot.foreign.config.Fstab;
import dev.dryboot.foreign.unitname.UnitEscape;
import dev.dryboot.foreign.unitname.UnitName;
import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.simulator.machine.BlockDevices.FileSystem;
import dev.dryboot.simulator.machine.Generator;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * systemd-gpt-auto-generator: mounts and swap for partitions of the root's disk that say by their
 * type what they are for (systemd 257, gpt-auto-generator.c; Discoverable Partitions
 * Specification). The root, and what the boot loader uses, are looked for on machines with EFI
 * alone, where the boot loader has said which partition it came from; no simulated one does. The
 * partition of {@code /var} counts where its UUID is made of the machine's id, which nobody knows
 * before the first boot.
 */
public final class GptAutoGenerator implements Generator {
  private static final String SWAP = "0657fd6d-a4ab-43c4-84e5-0933c84b4f4f";

  /** The types of partitions, and where they are mounted. */
  private static final Map<String, String> PLACES =
      Map.of(
          "933ac7e1-2eb4-4f13-b844-0e14e2aef915", "/home",
          "3b8f8425-20e0-4f3b-907f-1a25a76f98e8", "/srv",
          "7ec6f557-3bc5-4aca-b293-16ef5df639d1", "/var/tmp");

  /** File systems that are mounted without having been asked for (dissect-image.c). */
  private static final List<String> COMMON =
      List.of("btrfs", "erofs", "ext4", "f2fs", "squashfs", "vfat", "xfs");

  private static final Pattern PARTITION =
      Pattern.compile("(/dev/(?:[a-z]+|.*[0-9](?=p)))p?[0-9]+");

  @Override
  public String name() {
    return "systemd-gpt-auto-generator";
  }

  @Override
  public void generate(Machine machine, String normal, String early, String late) {
    CommandLineOptions options = CommandLineOptions.of(machine);
    Optional<BlockDevices> devices = machine.port(BlockDevices.class);
    if (options.off("systemd.gpt_auto") || GeneratedUnits.inInitrd(machine) || devices.isEmpty()) {
      return;
    }
    Optional<String> disk = disk(devices.get(), machine.files().mountOf("/").what());
    if (disk.isEmpty()) {
      return;
    }
    List<String> done = new ArrayList<>();
    for (BlockDevices.Device device : devices.get().all()) {
      String type = devices.get().partitionType(device.node());
      boolean ofDisk = disk(devices.get(), device.node()).equals(disk);
      if (ofDisk && (type.equals(SWAP) || PLACES.containsKey(type) && !done.contains(type))) {
        done.add(type);
        Origin origin = Origin.builtIn("the type of partition " + device.node() + " is " + type);
        add(new GeneratedUnits(machine, late, origin), options, device, type);
      }
    }
  }

  /** The disk that a partition is on. */
  private static Optional<String> disk(BlockDevices devices, String partition) {
    String node = devices.find(partition).map(BlockDevices.Device::node).orElse(partition);
    Matcher matcher = PARTITION.matcher(node);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static void add(
      GeneratedUnits units, CommandLineOptions options, BlockDevices.Device device, String type) {
    if (!type.equals(SWAP)) {
      mount(units, device, PLACES.getOrDefault(type, ""));
    } else if (!options.off("systemd.swap") && !hasSwapInFstab(units.machine())) {
      swap(units, device.node());
    }
  }

  private static boolean hasSwapInFstab(Machine machine) {
    return machine
        .files()
        .read("/etc/fstab")
        .filter(t -> Fstab.read(t).entries().stream().anyMatch(Fstab.Entry::isSwap))
        .isPresent();
  }

  private static void swap(GeneratedUnits units, String what) {
    String unit = UnitEscape.path(what) + ".swap";
    units.write(
        unit,
        List.of(
            "[Unit]", "After=" + GeneratedUnits.blockDeviceTarget(what), "[Swap]", "What=" + what));
    units.pullIn("swap.target", "wants", unit);
  }

  /** Nothing is mounted over what is there already (path_is_busy). */
  private static void mount(GeneratedUnits units, BlockDevices.Device device, String where) {
    Machine machine = units.machine();
    String format = device.content().map(FileSystem::format).orElse("");
    boolean known = format.isEmpty() || COMMON.contains(format);
    boolean strict = units.version().mountsOnlyCommonFormats();
    if (machine.files().isMountPoint(where)
        || !machine.files().list(where).isEmpty()
        || strict && !known) {
      return;
    }
    String what = device.node();
    List<String> lines = new ArrayList<>(List.of("[Unit]", "Before=local-fs.target"));
    if (!format.isEmpty()) {
      String check = "systemd-fsck@" + UnitEscape.path(what) + ".service";
      lines.add("Requires=" + check);
      lines.add("After=" + check);
    }
    lines.addAll(
        List.of(
            "After=" + GeneratedUnits.blockDeviceTarget(what),
            "[Mount]",
            "What=" + what,
            "Where=" + where));
    if (!format.isEmpty()) {
      lines.add("Type=" + format);
    }
    String unit = UnitName.mount(where).toString();
    units.write(unit, lines);
    units.pullIn("local-fs.target", "requires", unit);
  }
}
