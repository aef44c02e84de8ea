package dev.dryboot.examples;

import java.util.List;
import java.util.Random;

/** Spoils a text as an editor, a merge or a broken template would. */
final class Mutation {
  private static final List<String> SNIPPETS =
      List.of(
          "\"",
          "'",
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "- ",
          "\t",
          "\n",
          "null",
          "-1",
          "99999999999",
          "${",
          "%",
          "\\",
          "=",
          "&a *a",
          "é",
          "\u0000",
          "true",
          "../..",
          "/");

  private Mutation() {}

  /** {@code text} with one to four changes. */
  static String of(String text, Random random) {
    String spoilt = text;
    for (int i = 0; i <= random.nextInt(4) && !spoilt.isEmpty(); i++) {
      spoilt = once(spoilt, random);
    }
    return spoilt;
  }

  private static String once(String text, Random random) {
    int at = random.nextInt(text.length());
    int to = Math.min(text.length(), at + 1 + random.nextInt(40));
    String before = text.substring(0, at);
    String part = text.substring(at, to);
    String behind = text.substring(to);
    return switch (random.nextInt(5)) {
      case 0 -> before + behind;
      case 1 -> before + part + part + behind;
      case 2 -> before + SNIPPETS.get(random.nextInt(SNIPPETS.size())) + part + behind;
      case 3 -> before + SNIPPETS.get(random.nextInt(SNIPPETS.size())) + behind;
      default -> behind + before;
    };
  }
}
