package dev.dryboot.simulator.machine;

/** A program that can be process 1. */
public interface Init extends Program {
  InitKind kind();

  /**
   * Becomes process 1: loads its units, begins with its goal. Called once per boot, and once more
   * on a new machine after the root was switched; what follows is on the machine's agenda. It
   * offers itself as {@link ServiceManager}.
   */
  void boot(Machine machine);
}
