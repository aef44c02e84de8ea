package dev.dryboot.source;

import java.util.ArrayList;
import java.util.List;

/** Finds the lines of a decoded text in the leaf of an artifact that holds it. */
final class EmbeddedLines {
  private EmbeddedLines() {}

  static Provenance provenance(Span leaf, String decoded) {
    Origin whole = Origin.written(leaf);
    List<Provenance.Stretch> stretches = new ArrayList<>();
    String raw = leaf.text();
    int from = 0;
    int offset = 0;
    for (String line : decoded.split("(?<=\n)", -1)) {
      String content = line.strip();
      int found = content.isEmpty() ? -1 : raw.indexOf(content, from);
      if (found < 0 && !content.isEmpty()) {
        return decoded.isEmpty()
            ? Provenance.NONE
            : new Provenance(List.of(new Provenance.Stretch(0, decoded.length(), whole)));
      }
      if (found >= 0) {
        int lead = line.indexOf(content.charAt(0));
        Span at =
            new Span(leaf.source(), leaf.start() + found, leaf.start() + found + content.length());
        stretches.add(
            new Provenance.Stretch(
                offset + lead, offset + lead + content.length(), Origin.written(at)));
        from = found + content.length();
      }
      offset += line.length();
    }
    return Provenance.of(stretches);
  }
}
