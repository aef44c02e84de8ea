package dev.dryboot.examples;

/** YAML that is small, or nearly so, and comes to very much. */
final class Bombs {
  private Bombs() {}

  /** A mapping in a mapping in a mapping. */
  static String levels(int depth) {
    var text = new StringBuilder();
    for (int i = 1; i <= depth && text.length() < 10_000_000; i++) {
      text.append(" ".repeat(i)).append("a:\n");
    }
    return text.toString();
  }

  /** Ten of ten of ten …, by aliases. */
  static String laughs(String key, String alias) {
    var text = new StringBuilder("l0: &l0 [a,a,a,a,a,a,a,a,a,a]\n");
    for (int i = 1; i < 12; i++) {
      String before = alias + "l" + (i - 1);
      text.append("l" + i + ": &l" + i + " [" + (before + ",").repeat(9) + before + "]\n");
    }
    return text + key + "*l11\n";
  }

  /** Each mapping merges the one before it, twice. */
  static String merges() {
    var text = new StringBuilder("m0: &m0 {a: 1}\n");
    for (int i = 1; i < 60; i++) {
      text.append(
          "m%d: &m%d\n  <<: [*m%d, *m%d]\n  k%d: [*m%d, *m%d]\n"
              .formatted(i, i, i - 1, i - 1, i, i - 1, i - 1));
    }
    return text.toString();
  }
}
