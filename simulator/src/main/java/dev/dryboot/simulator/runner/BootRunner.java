package dev.dryboot.simulator.runner;

import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.machine.Program;
import dev.dryboot.simulator.scenario.Scenario;
import java.util.List;
import java.util.function.Supplier;

/** Boots machine images: the entry to the simulator. */
public final class BootRunner {
  private final Supplier<List<Program>> programs;

  /**
   * @param programs makes the programs of one simulation, new ones each time; among them one {@link
   *     dev.dryboot.simulator.machine.Init} for each kind of process 1, and last one whose models
   *     know every command
   */
  public BootRunner(Supplier<List<Program>> programs) {
    this.programs = programs;
  }

  /** Boots {@code image}, which stays as it is, under {@code scenario}. */
  public BootEvidence run(MachineImage image, Scenario scenario) {
    return new Simulation(image, scenario, programs.get()).run();
  }
}
