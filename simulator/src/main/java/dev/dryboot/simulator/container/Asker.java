package dev.dryboot.simulator.container;

/**
 * Who asks an engine for a container.
 *
 * @param unit the unit or program
 * @param controlGroup where the asking process runs
 * @param oneshot whether what the container runs is expected to end by itself
 */
public record Asker(String unit, String controlGroup, boolean oneshot) {}
