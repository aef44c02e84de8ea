package dev.dryboot.simulator.machine;

/**
 * A container image that a machine has from the beginning.
 *
 * @param engine {@code docker}, {@code podman} or {@code system-docker}
 * @param reference such as {@code docker.io/library/redis:7}
 */
public record PreloadedImage(String engine, String reference) {}
