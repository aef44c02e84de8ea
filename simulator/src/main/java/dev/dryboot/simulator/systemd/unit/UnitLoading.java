package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.simulator.systemd.SystemdVersion;
import java.util.Map;

/**
 * What loading units depends on.
 *
 * @param version the release
 * @param path the search path as it stands
 * @param cache unit files read before
 * @param specifiers the host's specifiers: {@link Specifiers#host}
 * @param mountPoints whether something is mounted at a path
 * @param initrd whether the manager runs in an initial RAM disk
 * @param defaults what units have that say nothing else
 */
public record UnitLoading(
    SystemdVersion version,
    UnitPath path,
    UnitFileCache cache,
    Map<Character, String> specifiers,
    java.util.function.Predicate<String> mountPoints,
    boolean initrd,
    ManagerDefaults defaults) {}
