package dev.dryboot.language.reading;

import dev.dryboot.language.reading.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes any text apart, whatever is wrong with it. The grammar's own lexer gives up where a text is
 * not finished; this one says so and goes on at the next line.
 */
public final class Scanner {
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line;
  private int lineStart;
  private boolean first = true;

  private Scanner(String text) {
    this.text = text;
  }

  /** All tokens of {@code text} with its comments, and {@link Kind#END} at last. */
  public static List<Token> all(String text) {
    Scanner scanner = new Scanner(text);
    while (scanner.at < text.length()) {
      scanner.next();
    }
    scanner.add(Kind.END, text.length());
    return scanner.tokens;
  }

  /** The tokens of {@code text} without its comments. */
  static List<Token> code(String text) {
    List<Token> code = all(text);
    code.removeIf(token -> token.is(Kind.COMMENT));
    return code;
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '\n') {
      newline(at);
      at++;
    } else if (Character.isWhitespace(c)) {
      at++;
    } else if (c == '#') {
      add(Kind.COMMENT, endOfLine(at));
    } else if (Words.isLetter(c) && !isHexAddress()) {
      word();
    } else if (startsNumber(c)) {
      add(Kind.NUMBER, numberEnd());
    } else if (c == '"' || c == '\'') {
      quoted(c);
    } else if (text.startsWith("->", at)) {
      add(Kind.ARROW, at + 2);
    } else if (text.startsWith("${", at) && placeholderEnd() > 0) {
      add(Kind.PLACEHOLDER, placeholderEnd());
    } else {
      add(punctuation(c), at + Character.charCount(text.codePointAt(at)));
    }
  }

  private static Kind punctuation(char c) {
    return switch (c) {
      case '{' -> Kind.OPEN;
      case '}' -> Kind.CLOSE;
      case ',' -> Kind.COMMA;
      case '=' -> Kind.EQUALS;
      case '*' -> Kind.STAR;
      default -> Kind.STRAY;
    };
  }

  private void word() {
    int end = Words.end(text, at);
    while (end + 1 < text.length()
        && text.charAt(end) == '.'
        && Words.end(text, end + 1) > end + 1
        && text.charAt(end + 1) != '-') {
      end = Words.end(text, end + 1);
    }
    add(Kind.WORD, end);
  }

  private boolean startsNumber(char c) {
    boolean negative = c == '-' && at + 1 < text.length() && Words.isDigit(text.charAt(at + 1));
    return Words.isDigit(c) || negative || text.startsWith("::", at) || isHexAddress();
  }

  /** An IPv6 address may begin with a letter: {@code fd00::5}. */
  private boolean isHexAddress() {
    int i = at;
    while (i < text.length() && Character.digit(text.charAt(i), 16) >= 0) {
      i++;
    }
    return i > at
        && i - at <= 4
        && i + 1 < text.length()
        && text.charAt(i) == ':'
        && (text.charAt(i + 1) == ':' || Character.digit(text.charAt(i + 1), 16) >= 0)
        && text.substring(i, Math.min(text.length(), i + 40))
            .matches("(?s)[0-9a-fA-F:.]*(/\\d+)?(?:[\\s,{}].*)?");
  }

  private int numberEnd() {
    int i = at + 1;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean inner =
          c == '-'
              && i + 1 < text.length()
              && (Words.isLetter(text.charAt(i + 1)) || Words.isDigit(text.charAt(i + 1)));
      if (!Words.isLetter(c) && !Words.isDigit(c) && ".:/%".indexOf(c) < 0 && !inner) {
        break;
      }
      i++;
    }
    return i;
  }

  private int placeholderEnd() {
    int close = text.indexOf('}', at);
    return close > 0 && Words.isPath(text.substring(at + 2, close)) ? close + 1 : -1;
  }

  private void quoted(char quote) {
    String three = String.valueOf(quote).repeat(3);
    if (text.startsWith(three, at)) {
      int close = text.indexOf(three, at + 3);
      if (close < 0) {
        add(Kind.UNFINISHED_BLOCK, at + 3);
      } else {
        add(Kind.BLOCK, close + 3);
      }
      return;
    }
    int i = at + 1;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != quote) {
      boolean escape = text.charAt(i) == '\\' && quote == '"';
      i += escape && i + 1 < text.length() && text.charAt(i + 1) != '\n' ? 2 : 1;
    }
    if (i < text.length() && text.charAt(i) == quote) {
      add(Kind.TEXT, i + 1);
    } else {
      add(Kind.UNFINISHED_TEXT, endOfLine(at));
    }
  }

  private int endOfLine(int from) {
    int end = text.indexOf('\n', from);
    end = end < 0 ? text.length() : end;
    while (end > from + 1 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private void newline(int offset) {
    line++;
    lineStart = offset + 1;
    first = true;
  }

  private void add(Kind kind, int end) {
    String own = text.substring(at, end);
    int indentation = 0;
    while (lineStart + indentation < text.length()
        && (text.charAt(lineStart + indentation) == ' '
            || text.charAt(lineStart + indentation) == '\t')) {
      indentation++;
    }
    tokens.add(new Token(kind, own, at, end, line, indentation, first));
    first = false;
    for (int i = own.indexOf('\n'); i >= 0; i = own.indexOf('\n', i + 1)) {
      newline(at + i);
      first = false;
    }
    at = end;
  }
}
