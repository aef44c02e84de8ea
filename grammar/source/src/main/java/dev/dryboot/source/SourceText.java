package dev.dryboot.source;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A named text: a file of the author's, an artifact, or a text that stands inside another one (a
 * unit inside an Ignition document). It knows its lines, and where its characters came from.
 *
 * <p>Two source texts are equal when they are the same object: a span belongs to one reading of a
 * file.
 */
public final class SourceText {
  private final String name;
  private final String text;
  private final Provenance provenance;
  private volatile int[] lineStarts = {};

  private SourceText(String name, String text, Provenance provenance) {
    this.name = name;
    this.text = text;
    this.provenance = provenance;
  }

  /** A text of the author's own. {@code name} is what reports show: a path as the user gave it. */
  public static SourceText of(String name, String text) {
    return new SourceText(name, text, Provenance.NONE);
  }

  /** A text that was made from others. */
  public static SourceText of(String name, String text, Provenance provenance) {
    return new SourceText(name, text, provenance);
  }

  /**
   * The text that {@code leaf} of an artifact stands for, after decoding (JSON escapes, base64,
   * gzip, YAML block scalars). Where the artifact's own provenance holds a decoded text of these
   * very characters, its finer origins are taken over; else, where the leaf holds the decoded text
   * line by line, each line points to its own line; else everything points to the leaf.
   */
  public static SourceText decoded(String name, Span leaf, String decoded) {
    Optional<SourceText> finer =
        leaf.source().provenance().stretchAt(leaf.start()).flatMap(Provenance.Stretch::decoded);
    if (finer.isPresent() && finer.get().text().equals(decoded)) {
      return new SourceText(name, decoded, finer.get().provenance());
    }
    return new SourceText(name, decoded, EmbeddedLines.provenance(leaf, decoded));
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  public Provenance provenance() {
    return provenance;
  }

  public int lineCount() {
    return lineStarts().length;
  }

  /** The text of {@code line} (from 1), without its line break. */
  public String line(int line) {
    int start = lineStarts()[line - 1];
    int end = line < lineCount() ? lineStarts()[line] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Offset of the first character of {@code line} (from 1). */
  public int lineStart(int line) {
    return lineStarts()[line - 1];
  }

  public Position position(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    int index = found >= 0 ? found : -found - 2;
    return new Position(index + 1, offset - lineStarts()[index] + 1);
  }

  public Span span(int start, int end) {
    return new Span(this, start, end);
  }

  public Span whole() {
    return new Span(this, 0, text.length());
  }

  /** The characters of {@code line} (from 1), without leading and trailing blanks. */
  public Span lineSpan(int line) {
    String content = line(line);
    int start = lineStart(line);
    String stripped = content.strip();
    int lead = stripped.isEmpty() ? 0 : content.indexOf(stripped.charAt(0));
    return new Span(this, start + lead, start + lead + stripped.length());
  }

  private int[] lineStarts() {
    if (lineStarts.length == 0) {
      List<Integer> starts = new java.util.ArrayList<>();
      starts.add(0);
      for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
        starts.add(i + 1);
      }
      lineStarts = starts.stream().mapToInt(Integer::intValue).toArray();
    }
    return lineStarts;
  }

  @Override
  public String toString() {
    return name;
  }
}
