package dev.dryboot.simulator.systemd.core;

import dev.dryboot.foreign.value.Words;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.source.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the manager can find out about the machine beside its files.
 *
 * @param hostname its name
 * @param machineId 32 hexadecimal digits
 * @param virtualization as {@code systemd-detect-virt} says it: {@code none}, {@code kvm}, {@code
 *     docker}, …
 * @param firstBoot whether this is the first boot
 * @param memory bytes
 * @param processors how many
 * @param security what is in force: {@code selinux}, {@code apparmor}, …
 * @param environment the manager's own environment
 * @param kernelRelease as {@code uname -r} says it
 * @param osRelease what os-release(5) says
 */
public record HostFacts(
    String hostname,
    String machineId,
    String virtualization,
    boolean firstBoot,
    long memory,
    long processors,
    List<String> security,
    Map<String, String> environment,
    String kernelRelease,
    Map<String, String> osRelease) {
  /** The kernel of a machine of which nothing else is known. */
  public static final String USUAL_KERNEL = "6.12.0";

  public HostFacts {
    security = List.copyOf(security);
    environment = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    osRelease = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(osRelease));
  }

  /** What a system's os-release says: that of /etc, or else of /usr/lib. */
  public static Map<String, String> osRelease(VirtualFileSystem files) {
    Optional<SourceText> text =
        files.read("/etc/os-release").or(() -> files.read("/usr/lib/os-release"));
    return assignments(text);
  }

  /** How people call the machine, where machine-info(5) says it. */
  public static Optional<String> prettyHostname(VirtualFileSystem files) {
    return Optional.ofNullable(assignments(files.read("/etc/machine-info")).get("PRETTY_HOSTNAME"))
        .filter(n -> !n.isEmpty());
  }

  private static Map<String, String> assignments(Optional<SourceText> text) {
    Map<String, String> assigned = new LinkedHashMap<>();
    for (String line : text.map(t -> t.text()).orElse("").split("\n", -1)) {
      int equals = line.indexOf('=');
      if (equals > 0 && !line.startsWith("#")) {
        List<String> value = Words.split(line.substring(equals + 1), Words.Style.QUOTED).texts();
        assigned.put(line.substring(0, equals).strip(), value.isEmpty() ? "" : value.getFirst());
      }
    }
    return assigned;
  }

  /** A small virtual machine. */
  public static HostFacts virtualMachine(String hostname, boolean firstBoot) {
    return new HostFacts(
        hostname,
        "0123456789abcdef0123456789abcdef",
        "kvm",
        firstBoot,
        4L << 30,
        2,
        List.of(),
        Map.of("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin"),
        USUAL_KERNEL,
        Map.of());
  }
}
