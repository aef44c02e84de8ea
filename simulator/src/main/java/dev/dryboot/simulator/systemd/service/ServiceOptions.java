package dev.dryboot.simulator.systemd.service;

import dev.dryboot.simulator.systemd.SystemdVersion;
import java.util.Map;

/**
 * What services need beside their unit.
 *
 * @param version the release
 * @param specifiers the host's specifiers
 * @param forkTime microseconds that a fork keeps the manager busy
 * @param execTime microseconds from fork to a program's first instruction
 */
public record ServiceOptions(
    SystemdVersion version, Map<Character, String> specifiers, long forkTime, long execTime) {}
