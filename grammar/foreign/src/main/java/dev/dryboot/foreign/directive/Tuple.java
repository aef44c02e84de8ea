package dev.dryboot.foreign.directive;

import java.util.ArrayList;
import java.util.List;

/** Parts of a word with colons between them; a backslash keeps a colon in its part. */
final class Tuple {
  private Tuple() {}

  /** All parts, empty ones included; at least one. */
  static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    var part = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        part.append(text.charAt(++i));
      } else if (c == ':') {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts;
  }
}
