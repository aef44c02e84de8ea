package dev.dryboot.simulator.docker.breach;

/** What the walls of the architecture must see, were it in the product. */
public final class Breaches {
  record KnowsAnother(dev.dryboot.simulator.systemd.SystemdInit systemd) {}

  private Breaches() {}
}
