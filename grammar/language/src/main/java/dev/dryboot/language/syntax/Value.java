package dev.dryboot.language.syntax;

import dev.dryboot.source.Span;
import java.util.List;

/** What is written behind the word of a setting. */
public sealed interface Value {
  Span span();

  /**
   * Quoted text, with its indentation stripped and its escapes resolved, as pieces. {@code '…'} and
   * {@code '''…'''} have one literal piece.
   *
   * @param block whether it was written as a text block
   */
  record Text(List<Piece> pieces, boolean block, Span span) implements Value {
    public Text {
      pieces = List.copyOf(pieces);
    }
  }

  /** A part of a text. */
  sealed interface Piece {
    Span span();

    /**
     * Characters; {@code span} covers them (escapes included) as they are written, line by line.
     */
    record Literal(String text, Span span) implements Piece {}

    /** {@code ${path}} inside a text. */
    record Placeholder(String path, Span span) implements Piece {}
  }

  /** A word: {@code yes}, {@code fedora-coreos}, {@code docker.service}. */
  record Bare(String word, Span span) implements Value {}

  /**
   * What begins with a digit: {@code 0644}, {@code 20GiB}, {@code 5min30s}, {@code 10.0.0.5/24}.
   */
  record Number(String text, Span span) implements Value {}

  /** {@code ${path}} as a whole value. */
  record Reference(String path, Span span) implements Value {}

  /** {@code secret name}. */
  record SecretReference(Name secret, Span span) implements Value {}

  /** {@code from "path"} or {@code from "https://…"}. */
  record From(Text path, Span span) implements Value {}

  /**
   * A reference by kind, as devices are named: {@code partition shop}, {@code raid md-var}.
   *
   * @param kind {@code disk}, {@code partition}, {@code raid} or {@code luks}
   */
  record KindReference(Word kind, Name name, Span span) implements Value {}
}
