package dev.dryboot.source.breach;

/** What the walls of the architecture must see, were it in the product. */
public final class Breaches {
  record KnowsTooMuch(dev.dryboot.simulator.scenario.Scenario scenario) {}

  private Breaches() {}
}
