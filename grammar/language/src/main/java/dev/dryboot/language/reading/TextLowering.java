package dev.dryboot.language.reading;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.language.syntax.Value;
import dev.dryboot.language.syntax.Value.Piece;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.xtext.nodemodel.INode;

/**
 * Takes quoted text apart: strips the indentation of blocks as Java's text blocks do (JLS 3.10.6),
 * resolves escapes, and splits at placeholders and at line ends, so that each piece has the place
 * of its own line.
 */
final class TextLowering {
  private final Places places;
  private final Consumer<Diagnostic> report;
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private int literalStart;
  private String token = "";
  private int offset;

  TextLowering(Places places, Consumer<Diagnostic> report) {
    this.places = places;
    this.report = report;
  }

  Value.Text text(INode node) {
    token = Places.text(node);
    offset = node.getOffset();
    boolean block = token.startsWith("\"\"\"") || token.startsWith("'''");
    boolean verbatim = token.startsWith("'");
    if (block) {
      block(verbatim);
    } else {
      line(1, token.length() - 1, verbatim);
      finish(token.length() - 1);
    }
    return new Value.Text(pieces, block, places.span(node));
  }

  private void block(boolean verbatim) {
    int end = token.length() - 3;
    int first = 3;
    while (first < end && (token.charAt(first) == ' ' || token.charAt(first) == '\t')) {
      first++;
    }
    if (first < end && token.charAt(first) == '\r') {
      first++;
    }
    if (first >= end || token.charAt(first) != '\n') {
      report.accept(
          Diagnostic.error(
                  LanguageRules.TEXT_BLOCK,
                  at(0, 3),
                  "the text of a block begins on the line below its quotes")
              .help("put a line break behind the quotes, or use \"…\" for text of one line"));
      line(Math.min(first, end), end, verbatim);
      finish(end);
      return;
    }
    blockLines(first + 1, end, verbatim);
  }

  private void blockLines(int start, int end, boolean verbatim) {
    int indentation = indentation(start, end);
    int lineStart = start;
    while (true) {
      int newline = token.indexOf('\n', lineStart);
      boolean last = newline < 0 || newline >= end;
      int lineEnd = last ? end : newline;
      int contentEnd = lineEnd;
      while (contentEnd > lineStart && Character.isWhitespace(token.charAt(contentEnd - 1))) {
        contentEnd--;
      }
      int contentStart = Math.min(lineStart + indentation, contentEnd);
      boolean joined = line(contentStart, contentEnd, verbatim);
      if (last) {
        finish(lineEnd);
        return;
      }
      if (!joined) {
        if (literal.isEmpty()) {
          literalStart = contentEnd;
        }
        literal.append('\n');
      }
      finish(newline + 1);
      lineStart = newline + 1;
    }
  }

  /** The blanks that all lines share; the last line counts even if it holds the quotes alone. */
  private int indentation(int start, int end) {
    int least = Integer.MAX_VALUE;
    int lineStart = start;
    while (lineStart <= end) {
      int newline = token.indexOf('\n', lineStart);
      int lineEnd = newline < 0 || newline >= end ? end : newline;
      int i = lineStart;
      while (i < lineEnd && Character.isWhitespace(token.charAt(i))) {
        i++;
      }
      if (i < lineEnd || lineEnd == end) {
        least = Math.min(least, i - lineStart);
      }
      lineStart = lineEnd + 1;
    }
    return least;
  }

  /** One line's characters; whether it ends with a backslash that joins it with the next line. */
  private boolean line(int start, int end, boolean verbatim) {
    literalStart = start;
    int i = start;
    while (i < end) {
      char c = token.charAt(i);
      if (!verbatim && c == '\\') {
        if (i + 1 >= end) {
          return true;
        }
        escape(i);
        i += 2;
      } else if (!verbatim && c == '$' && i + 1 < end && token.charAt(i + 1) == '{') {
        i = placeholder(i, end);
      } else {
        literal.append(c);
        i++;
      }
    }
    return false;
  }

  private void escape(int at) {
    char c = token.charAt(at + 1);
    int escaped = Escapes.of(c);
    if (escaped < 0) {
      report.accept(
          Diagnostic.error(LanguageRules.ESCAPE, at(at, at + 2), "`\\%c` is no escape".formatted(c))
              .help("write `\\\\%c` for a backslash, or quote the text with '…'".formatted(c)));
      literal.append('\\').append(c);
    } else {
      literal.append((char) escaped);
    }
  }

  private int placeholder(int at, int end) {
    int close = token.indexOf('}', at);
    String path = close < 0 || close >= end ? "" : token.substring(at + 2, close);
    if (!Words.isPath(path)) {
      int stop = path.isEmpty() ? at + 2 : close + 1;
      report.accept(
          Diagnostic.error(
                  LanguageRules.PLACEHOLDER,
                  at(at, stop),
                  "`%s` is not a placeholder".formatted(token.substring(at, stop)))
              .why("`${…}` holds a name, or names with dots between them, and nothing else")
              .help("write `\\${` for these characters themselves, or quote the text with '…'"));
      literal.append(token, at, stop);
      return stop;
    }
    finish(at);
    pieces.add(new Piece.Placeholder(path, at(at, close + 1)));
    literalStart = close + 1;
    return close + 1;
  }

  private void finish(int end) {
    if (!literal.isEmpty()) {
      pieces.add(new Piece.Literal(literal.toString(), at(literalStart, end)));
      literal.setLength(0);
    }
    literalStart = end;
  }

  private Span at(int start, int end) {
    return places.span(offset + start, offset + end);
  }
}
