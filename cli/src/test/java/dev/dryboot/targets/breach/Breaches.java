package dev.dryboot.targets.breach;

/** What the walls of the architecture must see, were it in the product. */
public final class Breaches {
  record KnowsTooMuch(dev.dryboot.cli.Console console) {}

  private Breaches() {}
}
