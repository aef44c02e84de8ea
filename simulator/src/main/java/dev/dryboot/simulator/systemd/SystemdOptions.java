package dev.dryboot.simulator.systemd;

import dev.dryboot.simulator.systemd.core.HostFacts;
import dev.dryboot.simulator.systemd.unit.UnitFileCache;
import dev.dryboot.simulator.systemd.unit.UnitPath;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a manager is started with.
 *
 * @param version the release
 * @param defaultTarget what to start; else what the kernel's command line says, else {@code
 *     default.target}
 * @param unitPaths where units are looked for, first wins
 * @param facts what the manager finds out about the machine
 * @param cache unit files that were read before
 * @param forkTime microseconds that a fork keeps the manager busy
 * @param execTime microseconds from fork to a program's first instruction
 * @param epoch the wall clock's time when simulated time was 0
 * @param presets whether presets are applied, as on a first boot
 */
public record SystemdOptions(
    SystemdVersion version,
    Optional<String> defaultTarget,
    List<String> unitPaths,
    HostFacts facts,
    UnitFileCache cache,
    long forkTime,
    long execTime,
    Instant epoch,
    boolean presets) {
  private static final long USUAL_FORK_TIME = 500;
  private static final long USUAL_EXEC_TIME = 3_000;

  public SystemdOptions {
    unitPaths = List.copyOf(unitPaths);
  }

  /** The usual: system paths, the command line's target, no a virtual machine. */
  public static SystemdOptions usual(SystemdVersion version, String hostname) {
    return new SystemdOptions(
        version,
        Optional.empty(),
        UnitPath.SYSTEM,
        HostFacts.virtualMachine(hostname, false),
        new UnitFileCache(),
        USUAL_FORK_TIME,
        USUAL_EXEC_TIME,
        Instant.parse("2026-01-01T00:00:00Z"),
        false);
  }

  public SystemdOptions withDefaultTarget(String target) {
    return new SystemdOptions(
        version, Optional.of(target), unitPaths, facts, cache, forkTime, execTime, epoch, presets);
  }

  public SystemdOptions withFacts(HostFacts others) {
    return new SystemdOptions(
        version, defaultTarget, unitPaths, others, cache, forkTime, execTime, epoch, presets);
  }

  public SystemdOptions withUnitPaths(List<String> others) {
    return new SystemdOptions(
        version, defaultTarget, others, facts, cache, forkTime, execTime, epoch, presets);
  }

  public SystemdOptions withCache(UnitFileCache other) {
    return new SystemdOptions(
        version, defaultTarget, unitPaths, facts, other, forkTime, execTime, epoch, presets);
  }

  /** The times, in microseconds, that starting a process takes. */
  public SystemdOptions withTimes(long fork, long exec) {
    return new SystemdOptions(
        version, defaultTarget, unitPaths, facts, cache, fork, exec, epoch, presets);
  }

  public SystemdOptions withPresets(boolean applied) {
    return new SystemdOptions(
        version, defaultTarget, unitPaths, facts, cache, forkTime, execTime, epoch, applied);
  }
}
