package dev.dryboot.simulator.machine;

/**
 * Which operating system a machine runs.
 *
 * @param id as in os-release and in the language: {@code ubuntu}, {@code fedora-coreos}, {@code
 *     rancheros}
 * @param version such as {@code 24.04}
 * @param title how people call it, such as {@code Ubuntu 24.04 LTS}
 */
public record OperatingSystem(String id, String version, String title) {}
