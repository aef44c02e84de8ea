package dev.dryboot.source.render;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines at blanks. */
public final class Paragraph {
  private Paragraph() {}

  /**
   * @param width the most characters in a line; 0 for no limit. A longer word has its own line.
   */
  public static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.strip().split("\n", -1)) {
      if (width <= 0 || paragraph.length() <= width) {
        lines.add(paragraph.stripTrailing());
      } else {
        wrap(paragraph, width, lines);
      }
    }
    return lines;
  }

  private static void wrap(String paragraph, int width, List<String> lines) {
    var line = new StringBuilder();
    for (String word : paragraph.strip().split(" +")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
  }
}
