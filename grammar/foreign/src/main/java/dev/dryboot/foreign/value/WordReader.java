package dev.dryboot.foreign.value;

import java.util.Optional;

/** Takes one word after the other from a value (extract_first_word() of systemd 257). */
public final class WordReader {
  private final String text;
  private final Words.Style style;
  private int at;

  public WordReader(String text, Words.Style style) {
    this(text, style, 0);
  }

  /** Begins at offset {@code from}. */
  public WordReader(String text, Words.Style style, int from) {
    this.text = text;
    this.style = style;
    this.at = from;
  }

  /** Offset of the first character that is not taken yet, blanks skipped. */
  public int offset() {
    at = Scan.skipBlanks(text, at);
    return at;
  }

  /** Goes on at {@code offset}. */
  public void moveTo(int offset) {
    at = offset;
  }

  /** The next word, or what is wrong with it; empty at the end. */
  public Optional<Reading<Words.Word>> next() {
    int start = offset();
    if (start == text.length()) {
      return Optional.empty();
    }
    var word = new StringBuilder();
    boolean unknown = false;
    char quote = 0;
    int opened = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (quote == 0 && Scan.isBlank(c)) {
        break;
      } else if (style.unquote() && (quote == 0 ? c == '"' || c == '\'' : c == quote)) {
        opened = at;
        quote = quote == 0 ? c : 0;
        at++;
      } else if (c == '\\' && !style.keepsBackslash()) {
        int escape = at;
        if (at + 1 == text.length()) {
          at = text.length();
          return fault(escape, text.length(), "the backslash at the end escapes nothing");
        }
        unknown |= escape(word);
        if (unknown && !style.takesUnknownEscapes()) {
          return fault(escape, at, "a backslash escapes nothing that systemd knows");
        }
      } else {
        word.append(c);
        at++;
      }
    }
    return quote == 0
        ? Optional.of(Reading.of(new Words.Word(word.toString(), start, at, unknown)))
        : fault(opened, text.length(), "this quote is not closed");
  }

  private static Optional<Reading<Words.Word>> fault(int from, int to, String message) {
    return Optional.of(Reading.fault(from, to, message));
  }

  /** Whether the escape means nothing and was kept as it stands. */
  private boolean escape(StringBuilder word) {
    if (!style.unescape()) {
      word.append(text.charAt(at + 1));
      at += 2;
      return false;
    }
    Optional<CEscape> known = CEscape.at(text, at);
    if (known.isPresent()) {
      at += CEscape.appendRun(word, text, at);
      return false;
    }
    word.append('\\').append(text.charAt(at + 1));
    at += 2;
    return true;
  }
}
