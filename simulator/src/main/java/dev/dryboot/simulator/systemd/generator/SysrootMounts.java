package dev.dryboot.simulator.systemd.generator;

import dev.dryboot.foreign.unitname.UnitName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code root=} and {@code mount.usr=} of the kernel's command line are for the initial RAM
 * disk: the mounts of the real root below {@code /sysroot} (add_sysroot_mount,
 * add_sysroot_usr_mount).
 */
final class SysrootMounts {
  private static final String FSCK_ROOT = "systemd-fsck-root.service";
  private static final String FSCK_USR = "systemd-fsck-usr.service";

  private final GeneratedUnits units;
  private final CommandLineOptions options;

  SysrootMounts(GeneratedUnits units, CommandLineOptions options) {
    this.units = units.because(CommandLineOptions.origin("root="));
    this.options = options;
  }

  void write() {
    Optional<String> root = options.last("root").filter(r -> !isOthers(r));
    root.ifPresent(this::root);
    Optional<String> usr = options.last("mount.usr");
    if (usr.isPresent()) {
      usr(GeneratedUnits.device(usr.get()));
    } else {
      units.pullIn("initrd-usr-fs.target", "requires", "sysroot.mount");
    }
  }

  /** Roots that other generators look after: found by their type, or on the network. */
  private static boolean isOthers(String root) {
    return List.of("gpt-auto", "gpt-auto-force", "/dev/nfs", "dissect", "off").contains(root)
        || root.startsWith("mount.")
        || root.startsWith("nfs")
        || root.startsWith("live:");
  }

  private void root(String written) {
    boolean memory = written.equals("tmpfs");
    String what = memory ? "rootfs" : GeneratedUnits.device(written);
    List<String> lines = new ArrayList<>(List.of("[Unit]", "Before=initrd-root-fs.target"));
    if (what.startsWith("/dev/")) {
      String device = UnitName.device(what).toString();
      units.write(
          "initrd-root-device.target.d/50-root-device.conf",
          List.of("[Unit]", "Requires=" + device, "After=" + device));
      check(FSCK_ROOT, what, "initrd-root-device.target local-fs-pre.target", lines);
    }
    lines.addAll(List.of("[Mount]", "What=" + what, "Where=/sysroot"));
    if (memory) {
      lines.addAll(List.of("Type=tmpfs", "Options=rw,mode=0755"));
    } else {
      options.last("rootfstype").ifPresent(t -> lines.add("Type=" + t));
      lines.add("Options=" + flags("rootflags"));
    }
    units.write("sysroot.mount", lines);
    units.pullIn("initrd-root-fs.target", "requires", "sysroot.mount");
    if (options.last("systemd.volatile").filter(CommandLineOptions::isYes).isPresent()) {
      units.pullInVendor(
          "initrd-root-fs.target",
          "requires",
          "systemd-volatile-root.service",
          "systemd-volatile-root.service");
    }
  }

  /** Without {@code rw}, what is mounted in the initial RAM disk is read-only. */
  private String flags(String option) {
    String access = options.has("rw") ? "rw" : "ro";
    return options.last(option).map(f -> f + "," + access).orElse(access);
  }

  private void usr(String what) {
    List<String> lines = new ArrayList<>(List.of("[Unit]", "Before=initrd-usr-fs.target"));
    if (what.startsWith("/dev/")) {
      check(FSCK_USR, what, "local-fs-pre.target", lines);
    }
    lines.addAll(List.of("[Mount]", "What=" + what, "Where=/sysusr/usr"));
    options.last("mount.usrfstype").ifPresent(t -> lines.add("Type=" + t));
    lines.add("Options=" + flags("mount.usrflags"));
    units.write("sysusr-usr.mount", lines);
    units.pullIn("initrd-usr-fs.target", "requires", "sysusr-usr.mount");
    units.write(
        "sysroot-usr.mount",
        List.of(
            "[Unit]",
            "Before=initrd-fs.target",
            "[Mount]",
            "What=/sysusr/usr",
            "Where=/sysroot/usr",
            "Options=bind"));
    units.pullIn("initrd-fs.target", "requires", "sysroot-usr.mount");
  }

  /** The check of a file system that is bound to its device (write_fsck_sysroot_service). */
  private void check(String unit, String what, String after, List<String> mount) {
    mount.add("Requires=" + unit);
    mount.add("After=" + unit);
    mount.add("After=" + GeneratedUnits.blockDeviceTarget(what));
    String device = UnitName.device(what).toString();
    List<String> lines =
        new ArrayList<>(
            List.of(
                "[Unit]",
                "DefaultDependencies=no",
                "BindsTo=" + device,
                "Conflicts=shutdown.target",
                "After=" + after + " " + device,
                "Before=shutdown.target"));
    MadeFileSystems.command(lines, units.version(), "systemd-fsck " + what);
    units.write(unit, lines);
  }
}
