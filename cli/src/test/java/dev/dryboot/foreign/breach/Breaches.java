package dev.dryboot.foreign.breach;

/** What the walls of the architecture must see, were it in the product. */
public final class Breaches {
  record KnowsTooMuch(dev.dryboot.language.BootLanguage language) {}

  private Breaches() {}
}
