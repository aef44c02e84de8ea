package dev.dryboot.simulator.breach;

/** What the walls of the architecture must see, were it in the product. */
public final class Breaches {
  record KnowsTooMuch(dev.dryboot.compiler.Compiler compiler) {}

  record ReadsTheClock() {
    long now() {
      return System.nanoTime();
    }

    java.time.Instant instant() {
      return java.time.Instant.now();
    }
  }

  @SuppressWarnings("StringCaseLocaleUsage")
  record ReadsTheLocale(String text) {
    String lower() {
      return text.toLowerCase();
    }
  }

  record ReadsTheEnvironment() {
    String path() {
      return String.valueOf(System.getenv("PATH"));
    }
  }

  record ReadsChance() {
    java.util.Random random() {
      return new java.util.Random();
    }
  }

  private Breaches() {}
}
