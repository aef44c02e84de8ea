package dev.dryboot.foreign.unitfile;

import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.List;

/**
 * A part of a logical line, put together from the physical lines that carry it, and where each of
 * its characters stands in the file.
 *
 * @param text as systemd joins it: one blank in place of each backslash and line end
 * @param source the file
 * @param pieces in order; at least one
 */
public record JoinedText(String text, SourceText source, List<Piece> pieces) {

  /**
   * The start of a stretch of the joined text.
   *
   * @param joined its offset in the joined text
   * @param file its offset in the file
   */
  public record Piece(int joined, int file) {}

  public JoinedText {
    pieces = List.copyOf(pieces);
    if (pieces.isEmpty()) {
      throw new IllegalArgumentException("a joined text stands somewhere");
    }
  }

  /** A text that stands in the file in one piece. */
  public static JoinedText at(Span span) {
    return new JoinedText(span.text(), span.source(), List.of(new Piece(0, span.start())));
  }

  /** Where the character at {@code offset} of the joined text stands in the file. */
  public int fileOffset(int offset) {
    Piece holder = pieces.getFirst();
    for (Piece piece : pieces) {
      if (piece.joined() > offset) {
        break;
      }
      holder = piece;
    }
    return holder.file() + offset - holder.joined();
  }

  /** The stretch of the file from {@code from} to behind {@code to} of the joined text. */
  public Span span(int from, int to) {
    int start = fileOffset(from);
    int end = to > from ? fileOffset(to - 1) + 1 : start;
    return source.span(start, Math.max(start, end));
  }

  /** The stretch of the file that holds all of it. */
  public Span span() {
    return span(0, text.length());
  }

  /** Without the blanks around it. */
  JoinedText stripped() {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return part(from, to);
  }

  /** The part from {@code from} to behind {@code to}. */
  public JoinedText part(int from, int to) {
    if (from == 0 && to == text.length()) {
      return this;
    }
    List<Piece> kept = new java.util.ArrayList<>(pieces.size());
    kept.add(new Piece(0, fileOffset(from)));
    for (Piece piece : pieces) {
      if (piece.joined() > from && piece.joined() < to) {
        kept.add(new Piece(piece.joined() - from, piece.file()));
      }
    }
    return new JoinedText(text.substring(from, to), source, kept);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  @Override
  public String toString() {
    return text;
  }
}
