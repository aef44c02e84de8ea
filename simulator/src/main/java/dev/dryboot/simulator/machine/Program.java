package dev.dryboot.simulator.machine;

import java.util.List;

/**
 * A program that takes part in simulations: the commands it knows, what it offers to others, the
 * units it generates. One instance serves one simulation, over all its boots.
 */
public interface Program {
  /** What its commands do, asked before those of the programs that come later. */
  default List<ProcessModel> models() {
    return List.of();
  }

  /** What writes units before the service manager loads any. */
  default List<Generator> generators() {
    return List.of();
  }

  /**
   * Called for each boot, and again after switching the root, before process 1 runs: offers ports,
   * begins to listen. What it remembered of the boot before is void, but for what is on disk.
   */
  default void install(Machine machine) {}
}
