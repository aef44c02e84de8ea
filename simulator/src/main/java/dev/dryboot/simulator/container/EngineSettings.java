package dev.dryboot.simulator.container;

import java.util.function.Function;

/**
 * In what engines differ.
 *
 * @param name {@code docker}, {@code podman}, {@code system-docker}
 * @param root its directory, such as {@code /var/lib/docker}
 * @param controlGroup the control group of a container
 * @param create microseconds that making a container takes
 * @param start microseconds that starting one takes
 */
public record EngineSettings(
    String name, String root, Function<Container, String> controlGroup, long create, long start) {}
