package dev.dryboot.source;

/**
 * A stretch of a text.
 *
 * @param source the text
 * @param start offset of the first character, from 0, in UTF-16 code units
 * @param end offset behind the last character; equal to {@code start} for a mere place
 */
public record Span(SourceText source, int start, int end) {
  public Span {
    if (start < 0 || end < start || end > source.text().length()) {
      throw new IllegalArgumentException(
          "no span %d..%d in %s of %d characters"
              .formatted(start, end, source.name(), source.text().length()));
    }
  }

  public String text() {
    return source.text().substring(start, end);
  }

  public Position from() {
    return source.position(start);
  }

  public Position to() {
    return source.position(end);
  }

  /**
   * Where the author wrote this: follows the provenance of embedded and generated text outwards to
   * a text that has none. A span that its provenance does not cover stays what it is.
   */
  public Span written() {
    return source.provenance().at(start).flatMap(Origin::span).map(Span::written).orElse(this);
  }

  @Override
  public String toString() {
    return source.name() + ":" + from().line() + ":" + from().column();
  }
}
