package dev.dryboot.foreign.shell;

import java.util.ArrayList;
import java.util.List;

/** Splits a shell command line into words and operators (POSIX shell, "Token Recognition"). */
final class ShellLexer {
  /** A word, or an operator where {@code operator} is not empty. */
  record Token(String operator, ShellWord word) {
    boolean is(String text) {
      return operator.equals(text);
    }

    boolean isWord() {
      return operator.isEmpty();
    }
  }

  private static final List<String> OPERATORS =
      List.of(
          "&&", "||", ";;", "|&", "<<-", "<<<", "<<", ">>", "<&", ">&", "<>", ">|", "&>", ";", "&",
          "|", "<", ">", "(", ")");

  private final String text;
  private int at;

  private ShellLexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    return new ShellLexer(text).tokens();
  }

  private List<Token> tokens() {
    List<Token> tokens = new ArrayList<>();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        tokens.add(operator(";", at, ++at));
      } else if (c == ' ' || c == '\t' || c == '\r') {
        at++;
      } else if (text.startsWith("\\\n", at)) {
        at += 2;
      } else if (c == '#') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else {
        tokens.add(next());
      }
    }
    return tokens;
  }

  private Token next() {
    for (String operator : OPERATORS) {
      if (text.startsWith(operator, at)) {
        at += operator.length();
        return operator(operator, at - operator.length(), at);
      }
    }
    return new Token("", word());
  }

  private Token operator(String operator, int from, int to) {
    return new Token(operator, new ShellWord(operator, true, from, to));
  }

  private ShellWord word() {
    int start = at;
    var word = new StringBuilder();
    boolean literal = true;
    while (at < text.length() && " \t\r\n;&|<>()".indexOf(text.charAt(at)) < 0) {
      char c = text.charAt(at);
      switch (c) {
        case '\'' -> singleQuoted(word);
        case '"' -> literal &= doubleQuoted(word);
        case '\\' -> escaped(word);
        case '$', '`' -> {
          literal = false;
          expansion(word);
        }
        default -> {
          literal &= c != '*' && c != '?' && !(c == '~' && at == start);
          word.append(c);
          at++;
        }
      }
    }
    return new ShellWord(word.toString(), literal, start, at);
  }

  private void singleQuoted(StringBuilder word) {
    int close = text.indexOf('\'', at + 1);
    int end = close < 0 ? text.length() : close;
    word.append(text, at + 1, end);
    at = Math.min(end + 1, text.length());
  }

  /** Whether nothing is expanded in it. */
  private boolean doubleQuoted(StringBuilder word) {
    boolean literal = true;
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length()) {
        char escaped = text.charAt(at + 1);
        word.append("\"\\$`".indexOf(escaped) >= 0 ? "" : escaped == '\n' ? "" : "\\");
        word.append(escaped == '\n' ? "" : String.valueOf(escaped));
        at += 2;
      } else if (c == '$' || c == '`') {
        literal = false;
        expansion(word);
      } else {
        word.append(c);
        at++;
      }
    }
    at = Math.min(at + 1, text.length());
    return literal;
  }

  private void escaped(StringBuilder word) {
    if (at + 1 < text.length() && text.charAt(at + 1) != '\n') {
      word.append(text.charAt(at + 1));
    }
    at = Math.min(at + 2, text.length());
  }

  /** A variable or a substitution, taken over as it is written. */
  private void expansion(StringBuilder word) {
    int end = at + 1;
    if (text.startsWith("$(", at)) {
      end = closing('(', ')', at + 1);
    } else if (text.startsWith("${", at)) {
      end = closing('{', '}', at + 1);
    } else if (text.charAt(at) == '`') {
      int close = text.indexOf('`', at + 1);
      end = close < 0 ? text.length() : close + 1;
    }
    word.append(text, at, end);
    at = end;
  }

  /** Behind the bracket that closes the one at {@code from}. */
  private int closing(char open, char close, int from) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == open) {
        depth++;
      } else if (c == close && --depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }
}
