package dev.dryboot.language.literal;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.language.syntax.Value;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.Rule;
import dev.dryboot.source.Span;
import java.util.Optional;

/**
 * The characters of a literal and where they stand.
 *
 * @param text the characters, without quotes
 * @param span where they stand; as long as the text, unless it was written with escapes or comes
 *     from a parameter
 */
public record Literal(String text, Span span) {

  /** The literal that {@code value} is; empty where it holds a placeholder or is a reference. */
  public static Optional<Literal> of(Value value) {
    return switch (value) {
      case Value.Bare bare -> Optional.of(new Literal(bare.word(), bare.span()));
      case Value.Number number -> Optional.of(new Literal(number.text(), number.span()));
      case Value.Text text -> ofText(text);
      case Value.Reference reference -> Optional.empty();
      case Value.SecretReference secret -> Optional.empty();
      case Value.From from -> Optional.empty();
      case Value.KindReference kind -> Optional.empty();
    };
  }

  private static Optional<Literal> ofText(Value.Text text) {
    if (text.pieces().isEmpty()) {
      return Optional.of(new Literal("", text.span()));
    }
    StringBuilder characters = new StringBuilder();
    for (Value.Piece piece : text.pieces()) {
      switch (piece) {
        case Value.Piece.Literal literal -> characters.append(literal.text());
        case Value.Piece.Placeholder placeholder -> {
          return Optional.empty();
        }
      }
    }
    Span first = text.pieces().getFirst().span();
    Span last = text.pieces().getLast().span();
    return Optional.of(
        new Literal(characters.toString(), new Span(first.source(), first.start(), last.end())));
  }

  /** The place of the characters from {@code start} to {@code end}. */
  public Span at(int start, int end) {
    if (span.end() - span.start() != text.length()) {
      return span;
    }
    return new Span(span.source(), span.start() + start, span.start() + end);
  }

  Diagnostic error(Rule rule, int start, int end, String message) {
    return Diagnostic.error(rule, at(start, end), message);
  }

  <T> Outcome<T> fails(Rule rule, int start, int end, String message) {
    return Outcome.failed(Report.of(error(rule, start, end, message)));
  }

  <T> Outcome<T> fails(Rule rule, int start, int end, String message, String help) {
    return Outcome.failed(Report.of(error(rule, start, end, message).help(help)));
  }

  <T> Outcome<T> isNo(String what, String example) {
    return fails(
        LanguageRules.TYPE,
        0,
        text.length(),
        "`%s` is not %s".formatted(text, what),
        "write it as `%s`".formatted(example));
  }

  /** The end of the digits, with one point between them where {@code point}, from {@code start}. */
  int digits(int start, boolean point) {
    int i = start;
    boolean pointSeen = false;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean inner = i > start && i + 1 < text.length() && isDigit(text.charAt(i + 1));
      if (c == '.' && point && !pointSeen && inner) {
        pointSeen = true;
      } else if (!isDigit(c)) {
        break;
      }
      i++;
    }
    return i;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
