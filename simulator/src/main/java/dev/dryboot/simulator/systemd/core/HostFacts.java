package dev.dryboot.simulator.systemd.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
 */
public record HostFacts(
    String hostname,
    String machineId,
    String virtualization,
    boolean firstBoot,
    long memory,
    long processors,
    List<String> security,
    Map<String, String> environment) {
  public HostFacts {
    security = List.copyOf(security);
    environment = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(environment));
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
        Map.of("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin"));
  }
}
