package dev.dryboot.targets.os.ubuntu.breach;

/** What the walls of the architecture must see, were it in the product. */
public final class Breaches {
  record KnowsAnother(dev.dryboot.targets.os.rancheros.RancherOsTarget target) {}

  private Breaches() {}
}
