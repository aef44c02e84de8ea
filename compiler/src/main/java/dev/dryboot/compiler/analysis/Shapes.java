package dev.dryboot.compiler.analysis;

import java.util.List;

/** How the settings of each word are laid over each other. */
final class Shapes {
  /** What becomes of a setting that is there more than once. */
  enum Shape {
    /** The later wins. */
    SINGLE,
    /** They add up. */
    LIST,
    /** By key, the later wins. */
    KEYED,
    /** A thing by the name behind the word. */
    NAMED_BLOCK,
    /** One unnamed block. */
    BLOCK,
    /** Unnamed blocks that add up. */
    BLOCKS
  }

  private static final List<String> NAMED =
      List.of(
          "file",
          "directory",
          "tree",
          "link",
          "interface",
          "engine",
          "registry",
          "unit",
          "quadlet",
          "dropin",
          "repository",
          "snap",
          "extension",
          "tang");

  private static final List<String> UNNAMED =
      List.of(
          "timer",
          "socket",
          "healthcheck",
          "updates",
          "boot-device",
          "mirror",
          "firewall",
          "proxy",
          "kernel-arguments");

  private static final List<String> KEYED_WORDS =
      List.of(
          "sysctl",
          "env",
          "environment",
          "option",
          "ulimit",
          "log-opt",
          "annotation",
          "storage-opt",
          "log-opts",
          "default-ulimits");

  private static final List<String> LISTS =
      List.of(
          "groups",
          "ssh-authorized-keys",
          "ssh-import-id",
          "append",
          "devices",
          "targets",
          "ntp",
          "dns",
          "domains",
          "packages",
          "modules",
          "certificate-authorities",
          "should-exist",
          "should-not-exist",
          "no-proxy",
          "address",
          "source",
          "mount-options",
          "options",
          "open",
          "publish",
          "systemd",
          "after",
          "before",
          "wants",
          "requires",
          "requisite",
          "binds-to",
          "part-of",
          "conflicts",
          "upholds",
          "wanted-by",
          "required-by",
          "healthy",
          "window",
          "subnet",
          "cap-add",
          "cap-drop",
          "add-host",
          "dns-option",
          "dns-search",
          "security-opt",
          "group-add",
          "expose",
          "volumes-from",
          "tmpfs",
          "network-alias",
          "env-file",
          "label-file",
          "device-cgroup-rule",
          "registry-mirrors",
          "insecure-registries",
          "hosts",
          "podman-args",
          "default-address-pools",
          "dns-opts",
          "documentation",
          "requires-mounts-for",
          "wants-mounts-for",
          "supplementary-groups",
          "read-write-paths",
          "read-only-paths",
          "inaccessible-paths",
          "bind-paths",
          "bind-read-only-paths",
          "ambient-capabilities",
          "capability-bounding-set",
          "system-call-filter",
          "device-allow",
          "environment-file",
          "load-credential",
          "set-credential",
          "on-failure",
          "on-success",
          "success-exit-status",
          "restart-prevent-exit-status",
          "restart-force-exit-status",
          "runtime-directory",
          "state-directory",
          "cache-directory",
          "logs-directory",
          "configuration-directory",
          "pass-environment",
          "unset-environment",
          "ip-address-allow",
          "ip-address-deny",
          "propagates-stop-to",
          "joins-namespace-of",
          "sockets",
          "on-calendar",
          "on-active-sec",
          "on-boot-sec",
          "on-startup-sec",
          "on-unit-active-sec",
          "on-unit-inactive-sec");

  private Shapes() {}

  /** How {@code word} behaves in a block of {@code kind}. */
  static Shape of(String kind, String word) {
    boolean container = kind.equals("container");
    if (container && (word.equals("network") || word.equals("volume") || word.equals("device"))) {
      return Shape.LIST;
    }
    if (container && (word.equals("label") || word.equals("sysctl"))) {
      return Shape.KEYED;
    }
    if (kind.equals("boot-device") && word.equals("luks")) {
      return Shape.BLOCK;
    }
    if (kind.equals("unit") || kind.equals("quadlet") || kind.equals("host")) {
      if (word.equals("socket") || word.equals("timer")) {
        return Shape.SINGLE;
      }
    }
    if (word.equals("window")) {
      return Shape.BLOCKS;
    }
    if (NAMED.contains(word)) {
      return Shape.NAMED_BLOCK;
    }
    if (UNNAMED.contains(word)) {
      return Shape.BLOCK;
    }
    if (KEYED_WORDS.contains(word)) {
      return Shape.KEYED;
    }
    return LISTS.contains(word) || adds(word) ? Shape.LIST : Shape.SINGLE;
  }

  private static boolean adds(String word) {
    return word.startsWith("exec-")
        || word.startsWith("condition-")
        || word.startsWith("assert-")
        || word.startsWith("listen-");
  }
}
