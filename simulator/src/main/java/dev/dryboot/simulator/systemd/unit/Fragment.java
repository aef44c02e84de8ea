package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.foreign.unitfile.UnitFile;

/**
 * A file that says something about a unit.
 *
 * @param path where it lies
 * @param file what it says
 * @param dropIn whether it is a drop-in
 */
public record Fragment(String path, UnitFile file, boolean dropIn) {}
