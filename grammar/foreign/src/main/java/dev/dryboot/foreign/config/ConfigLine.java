package dev.dryboot.foreign.config;

import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;

/** A line of a configuration file that is neither empty nor a comment. */
record ConfigLine(String text, Span span) {

  /** The lines of {@code source}; those that begin with one of {@code comments} are left out. */
  static List<ConfigLine> of(SourceText source, String comments) {
    List<ConfigLine> lines = new ArrayList<>();
    for (int i = 1; i <= source.lineCount(); i++) {
      Span span = source.lineSpan(i);
      String text = span.text();
      if (!text.isEmpty() && comments.indexOf(text.charAt(0)) < 0) {
        lines.add(new ConfigLine(text, span));
      }
    }
    return lines;
  }

  /** The part from {@code from} to behind {@code to}. */
  Span part(int from, int to) {
    return span.source().span(span.start() + from, span.start() + to);
  }
}
