package dev.dryboot.language.format;

import java.util.ArrayList;
import java.util.List;

/**
 * Aligns the settings of neighbouring blocks that stand on one line each and have the same words.
 */
final class Columns {
  private Columns() {}

  /** The braces of {@code entry}, aligned with those of its run where their words agree. */
  static String body(Entry entry, List<Entry> run) {
    List<Entry> own = entry.body.orElse(List.of());
    if (own.isEmpty()) {
      return " { }";
    }
    boolean alike = run.stream().allMatch(other -> words(other).equals(words(entry)));
    StringBuilder body = new StringBuilder(" { ");
    for (int i = 0; i < own.size(); i++) {
      String setting = EntryWriter.oneLine(own.get(i));
      body.append(setting);
      boolean last = i + 1 == own.size();
      if (alike && !last) {
        body.append(" ".repeat(width(run, i) - setting.length()));
      }
      body.append(last ? " }" : "  ");
    }
    return body.toString();
  }

  private static int width(List<Entry> run, int column) {
    int width = 0;
    for (Entry entry : run) {
      width =
          Math.max(width, EntryWriter.oneLine(entry.body.orElse(List.of()).get(column)).length());
    }
    return width;
  }

  private static List<String> words(Entry entry) {
    List<String> words = new ArrayList<>();
    entry.body.ifPresent(body -> body.forEach(one -> words.add(one.word())));
    return words;
  }
}
