package dev.dryboot.simulator.process;

import java.util.ArrayList;
import java.util.List;

/** Splits a shell script into words and operators. */
final class ShellTokens {
  /**
   * A word, with quotes taken off, or an operator ({@code ;}, {@code &&}, newline as {@code ;}).
   */
  record Token(String text, boolean operator) {}

  private static final int MAX_LENGTH = 100_000;

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private int at;

  private ShellTokens(String text) {
    this.text = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
  }

  static List<Token> of(String text) {
    var tokens = new ShellTokens(text);
    tokens.split();
    return tokens.tokens;
  }

  private void split() {
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case '\'' -> quoted('\'');
        case '"' -> quoted('"');
        case '\\' -> escaped();
        case '$' -> expansion();
        case '`' -> backticks();
        case '#' -> comment();
        case ' ', '\t', '\r' -> {
          endWord();
          at++;
        }
        case '\n', ';', '&', '|', '(', ')', '<', '>' -> operator(c);
        default -> add(c);
      }
    }
    endWord();
  }

  private void add(char c) {
    word.append(c);
    inWord = true;
    at++;
  }

  private void endWord() {
    if (inWord) {
      tokens.add(new Token(word.toString(), false));
      word.setLength(0);
      inWord = false;
    }
  }

  private void quoted(char quote) {
    inWord = true;
    at++;
    while (at < text.length() && text.charAt(at) != quote) {
      if (quote == '"' && text.charAt(at) == '$') {
        expansion();
        continue;
      }
      if (quote == '"' && text.charAt(at) == '`') {
        backticks();
        continue;
      }
      if (quote == '"' && text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      word.append(text.charAt(at++));
    }
    at++;
  }

  /** An old way to write {@code $(…)}. */
  private void backticks() {
    int end = text.indexOf('`', at + 1);
    word.append("$(").append(text, at + 1, end < 0 ? text.length() : end).append(')');
    inWord = true;
    at = end < 0 ? text.length() : end + 1;
  }

  private void escaped() {
    at++;
    if (at < text.length()) {
      if (text.charAt(at) == '\n') {
        at++;
      } else {
        add(text.charAt(at));
      }
    }
  }

  /** {@code $(…)} and {@code ${…}} stay in one word. */
  private void expansion() {
    char open = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (open != '(' && open != '{') {
      add('$');
      return;
    }
    char close = open == '(' ? ')' : '}';
    int depth = 0;
    add('$');
    while (at < text.length()) {
      char c = text.charAt(at);
      depth += c == open ? 1 : c == close ? -1 : 0;
      add(c);
      if (depth == 0) {
        return;
      }
    }
  }

  private void comment() {
    if (inWord) {
      add('#');
      return;
    }
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }

  private void operator(char c) {
    boolean descriptor = (c == '>' || c == '<') && word.toString().matches("[0-9]");
    if (descriptor) {
      word.setLength(0);
      inWord = false;
    }
    endWord();
    int end = at + 1;
    if (end < text.length() && text.charAt(end) == c && c != '\n' && c != '(' && c != ')') {
      end++;
    }
    if (c == '>' && end < text.length() && text.charAt(end) == '&') {
      end++;
    }
    String operator = c == '\n' ? ";" : text.substring(at, end);
    tokens.add(new Token(operator, true));
    at = end;
    if (operator.startsWith("<<")) {
      hereDocument();
    }
  }

  /** The text of a here-document is not part of the script. */
  private void hereDocument() {
    int lineEnd = text.indexOf('\n', at);
    if (lineEnd < 0) {
      return;
    }
    String delimiter = text.substring(at, lineEnd).strip().split("[\\s;|>]")[0];
    delimiter = delimiter.replaceAll("[-'\"\\\\]", "");
    int end = text.indexOf("\n" + delimiter, lineEnd);
    String rest = text.substring(at, lineEnd).strip();
    int blank = rest.indexOf(' ');
    if (blank > 0) {
      tokens.addAll(of(rest.substring(blank)));
    }
    tokens.add(new Token(";", true));
    at = end < 0 ? text.length() : end + 1 + delimiter.length();
  }
}
