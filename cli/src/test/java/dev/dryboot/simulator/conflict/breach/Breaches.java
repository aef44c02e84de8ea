package dev.dryboot.simulator.conflict.breach;

/** What the walls of the architecture must see, were it in the product. */
public final class Breaches {
  record KnowsAProgram(dev.dryboot.simulator.systemd.SystemdInit systemd) {}

  private Breaches() {}
}
