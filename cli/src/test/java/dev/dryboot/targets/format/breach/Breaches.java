package dev.dryboot.targets.format.breach;

/** What the walls of the architecture must see, were it in the product. */
public final class Breaches {
  record KnowsAnOs(dev.dryboot.targets.os.ubuntu.UbuntuTarget target) {}

  private Breaches() {}
}
