package dev.dryboot.simulator.ignition;

import java.util.List;

/** Groups that image-based systems bring along, for images that list only some of theirs. */
final class WellKnownGroups {
  private static final List<String> NAMES =
      List.of(
          "root",
          "bin",
          "daemon",
          "sys",
          "adm",
          "tty",
          "disk",
          "lp",
          "mem",
          "kmem",
          "wheel",
          "cdrom",
          "mail",
          "man",
          "dialout",
          "floppy",
          "games",
          "tape",
          "video",
          "ftp",
          "lock",
          "audio",
          "users",
          "nobody",
          "dbus",
          "utmp",
          "utempter",
          "input",
          "kvm",
          "render",
          "systemd-journal",
          "systemd-network",
          "systemd-resolve",
          "polkitd",
          "sshd",
          "sudo",
          "docker",
          "core",
          "plugdev",
          "netdev",
          "libvirt");

  private WellKnownGroups() {}

  static boolean contains(String name) {
    return NAMES.contains(name);
  }
}
