package dev.dryboot.language.breach;

/** What the walls of the architecture must see, were it in the product. */
public final class Breaches {
  record KnowsTooMuch(dev.dryboot.compiler.Compiler compiler) {}

  private Breaches() {}
}
