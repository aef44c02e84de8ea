package dev.dryboot.targets.hardware;

import dev.dryboot.simulator.cloudinit.UserData;
import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.ignition.IgnitionConfig;
import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.Hardware;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives a machine the disks that its document names and the usual machine lacks, and says so: who
 * writes {@code /dev/vdb} has a second disk. What the document itself makes (partitions of its
 * disks, arrays, encrypted volumes) is not assumed, so a name mistyped there is found.
 */
public final class AssumedDevices {
  private static final long MIB = 1L << 20;
  private static final long USUAL_SIZE = 20L << 30;
  private static final long TABLES = 4;
  private static final Pattern DISK =
      Pattern.compile(
          "/dev/((?:[shv]|xv|das)d[a-z]{1,2}|nvme[0-9]{1,3}n[0-9]{1,3}|mmcblk[0-9]{1,3}|sr[0-9])");
  private static final Pattern PARTITION =
      Pattern.compile(
          "(/dev/(?:[shv]|xv|das)d[a-z]{1,2})[0-9]{1,3}"
              + "|(/dev/(?:nvme[0-9]{1,3}n[0-9]{1,3}|mmcblk[0-9]{1,3}))p[0-9]{1,3}");
  private static final Pattern STABLE_NAME =
      Pattern.compile("/dev/disk/by-(?:id|path|label|uuid|partlabel|partuuid)/[^/]+");

  private final NamedDevices named;
  private final BlockDevices devices;
  private final List<Diagnostic> notes = new ArrayList<>();
  private Hardware hardware;

  private AssumedDevices(MachineImage image, NamedDevices named) {
    this.named = named;
    this.devices = image.devices().copy(tree -> tree);
    this.hardware = image.hardware();
  }

  /** {@code image} with the devices that {@code config} presupposes. */
  public static Outcome<MachineImage> on(MachineImage image, IgnitionConfig config) {
    return new AssumedDevices(image, NamedDevices.of(config)).assume(image);
  }

  /** {@code image} with the devices that {@code userData} presupposes. */
  public static Outcome<MachineImage> on(MachineImage image, UserData userData) {
    return new AssumedDevices(image, NamedDevices.of(userData.config())).assume(image);
  }

  /** {@code image} with the disks that mount and swap units name as the kernel names them. */
  public static Outcome<MachineImage> on(MachineImage image, Collection<SourceText> units) {
    return new AssumedDevices(image, NamedDevices.of(units)).assume(image);
  }

  private Outcome<MachineImage> assume(MachineImage image) {
    named.wholeDisks().forEach(this::disk);
    named.others().forEach(this::other);
    named.mounted().forEach(this::mounted);
    return notes.isEmpty()
        ? Outcome.of(image)
        : Outcome.of(image.withDevices(hardware, devices), new Report(notes));
  }

  private void disk(Located<String> device) {
    String name = device.value();
    if (!devices.exists(name) && (DISK.matcher(name).matches() || stable(name))) {
      add(device, DISK.matcher(name).matches() ? name : freeNode());
    }
  }

  private void other(Located<String> device) {
    String name = BlockDevices.path(device.value());
    if (devices.exists(name)) {
      return;
    }
    Matcher partition = PARTITION.matcher(name);
    boolean partLabel = name.startsWith("/dev/disk/by-partlabel/");
    if (partition.matches()) {
      Optional<String> parent = Optional.ofNullable(partition.group(1));
      partition(device, name, parent.orElseGet(() -> partition.group(2)));
    } else if (DISK.matcher(name).matches()) {
      add(device, name);
    } else if (stable(name) && !(partLabel && !named.wholeDisks().isEmpty())) {
      add(new Located<>(name, device.at()), freeNode());
    }
  }

  /** What is mounted as it is has a file system; which one hardly matters. */
  private void mounted(NamedDevices.Mounted mounted) {
    String name = BlockDevices.path(mounted.device().value());
    if (!devices.exists(name)) {
      other(mounted.device());
      String format = mounted.format().equals("auto") ? "ext4" : mounted.format();
      devices.format(name, new BlockDevices.FileSystem(format, "", "", FileTree.empty()));
    }
  }

  private static boolean stable(String name) {
    return STABLE_NAME.matcher(name).matches() && !name.contains("/dm-name-");
  }

  /** A partition of a disk that nothing is known of comes with its disk. */
  private void partition(Located<String> device, String name, String disk) {
    if (!devices.exists(disk)) {
      add(device, disk);
      devices.add(new BlockDevices.Device(name, size() - TABLES * MIB, Optional.empty()));
    }
  }

  private long size() {
    return Math.max(USUAL_SIZE, (named.leastMib() + TABLES) * MIB);
  }

  private void add(Located<String> device, String node) {
    devices.add(new BlockDevices.Device(node, size(), Optional.empty()));
    hardware = hardware.with(new Hardware.Disk(node, size(), ""));
    if (device.value().startsWith("/dev/disk/")) {
      devices.link(device.value(), node);
    }
    notes.add(
        Diagnostic.note(
                HardwareRules.ASSUMED_DEVICE,
                device.at(),
                "a disk of %d GiB is assumed for %s".formatted(size() >> 30, device.value()))
            .why(
                "The document names it and the simulated machine does not have it by itself."
                    + " What is on the real one (partitions, file systems) may decide the boot."));
  }

  private String freeNode() {
    char letter = 'b';
    while (devices.exists("/dev/vd" + letter) && letter < 'z') {
      letter++;
    }
    return "/dev/vd" + letter;
  }
}
