package dev.dryboot.simulator.kernel.breach;

/** What the walls of the architecture must see, were it in the product. */
public final class Breaches {
  record KnowsTheMachine(dev.dryboot.simulator.machine.Machine machine) {}

  private Breaches() {}
}
