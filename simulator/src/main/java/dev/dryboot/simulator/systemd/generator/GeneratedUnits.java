package dev.dryboot.simulator.systemd.generator;

import dev.dryboot.foreign.unitname.UnitEscape;
import dev.dryboot.foreign.unitname.UnitName;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.systemd.SystemdVersion;
import dev.dryboot.source.Origin;
import dev.dryboot.source.OriginText;
import dev.dryboot.source.SourceText;
import java.util.List;

/**
 * The units that one generator writes for one reason: a line of a file, a word of the kernel's
 * command line. Each line of them points to that reason.
 *
 * @param directory where they go, such as {@code /run/systemd/generator}
 * @param origin the reason
 */
record GeneratedUnits(Machine machine, String directory, Origin origin) {
  private static final String VENDOR = "/usr/lib/systemd/system/";

  /** The release whose generator writes them. */
  SystemdVersion version() {
    return SystemdVersion.on(machine);
  }

  GeneratedUnits because(Origin other) {
    return new GeneratedUnits(machine, directory, other);
  }

  /** Writes a unit or drop-in of these lines. */
  void write(String name, List<String> lines) {
    OriginText text = new OriginText();
    lines.forEach(line -> text.add(line + "\n", origin));
    String path = directory + "/" + name;
    machine.files().write(path, new FileNode.Regular(text.build(path)));
  }

  /** Whether something of that name was written already. */
  boolean has(String name) {
    return machine.files().getNoFollow(directory + "/" + name).isPresent();
  }

  /** Has {@code unit}, which is generated here too, be wanted or required by another. */
  void pullIn(String by, String how, String unit) {
    link(by + "." + how + "/" + unit, directory + "/" + unit);
  }

  /** The same for a unit that came with systemd. */
  void pullInVendor(String by, String how, String unit, String fragment) {
    link(by + "." + how + "/" + unit, VENDOR + fragment);
  }

  /** Has the name of a unit lead to a file. */
  void link(String name, String target) {
    String at = directory + "/" + name;
    SourceText origin = new OriginText().add(target, origin()).build(at);
    machine.files().write(at, new FileNode.SymbolicLink(target, origin));
  }

  /** A drop-in with which a device is waited for only so long, where {@code timeout} is given. */
  void deviceTimeout(String device, String timeout) {
    write(
        UnitName.device(device) + ".d/50-device-timeout.conf",
        List.of("[Unit]", "JobRunningTimeoutSec=" + timeout));
  }

  /** {@code UUID=…} and its like as the links that udev makes (fstab_node_to_udev_node). */
  static String device(String source) {
    int equals = source.indexOf('=');
    String folder =
        switch (equals < 0 ? "" : source.substring(0, equals)) {
          case "UUID" -> "by-uuid";
          case "LABEL" -> "by-label";
          case "PARTUUID" -> "by-partuuid";
          case "PARTLABEL" -> "by-partlabel";
          default -> "";
        };
    if (folder.isEmpty()) {
      return source;
    }
    String value = source.substring(equals + 1).replaceAll("^\"(.*)\"$", "$1");
    return "/dev/disk/" + folder + "/" + value;
  }

  /** The target that stands for a device and what is stacked on it. */
  static String blockDeviceTarget(String device) {
    return "blockdev@" + UnitEscape.path(device) + ".target";
  }

  /** Whether this is the initial RAM disk's manager. */
  static boolean inInitrd(Machine machine) {
    return machine.files().exists("/etc/initrd-release");
  }
}
