package dev.dryboot.language.reading;

import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/** Finds the comment that belongs to a thing. */
final class Comments {
  private Comments() {}

  /** The lines of comment directly above the line of {@code offset}, without their {@code #}. */
  static String above(SourceText source, int offset) {
    List<String> lines = new ArrayList<>();
    String text = source.text();
    int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    if (!text.substring(lineStart, offset).isBlank()) {
      return "";
    }
    while (lineStart > 0) {
      int start = lineStart < 2 ? 0 : text.lastIndexOf('\n', lineStart - 2) + 1;
      String line = text.substring(start, lineStart - 1).strip();
      if (!line.startsWith("#")) {
        break;
      }
      lines.addFirst(line.substring(1).strip());
      lineStart = start;
    }
    return String.join("\n", lines);
  }
}
