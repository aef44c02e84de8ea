package dev.dryboot.compiler.breach.util;

/** What the walls of the architecture must see, were it in the product. */
public final class Breaches {
  record Something(String text) {}

  private Breaches() {}
}
