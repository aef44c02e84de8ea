package dev.dryboot.language.reading;

import java.util.List;

/** The words that begin a thing inside a host. */
final class HostKinds {
  static final List<String> WORDS =
      List.of(
          "targets",
          "when",
          "defaults",
          "remove",
          "raw",
          "allow",
          "user",
          "group",
          "disk",
          "raid",
          "luks",
          "filesystem",
          "swap",
          "network",
          "volume",
          "service",
          "container",
          "file",
          "directory",
          "tree",
          "link",
          "unit",
          "quadlet",
          "engine",
          "interface",
          "updates",
          "hostname",
          "packages",
          "timezone",
          "sysctl",
          "kernel-arguments");

  private HostKinds() {}
}
