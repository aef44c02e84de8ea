package dev.dryboot.foreign.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of a value, split as extract_first_word() of systemd 257 does: quotes may stand
 * anywhere in a word, a backslash escapes.
 *
 * @param words in order, up to the fault if there is one
 * @param fault a quote or an escape without an end; systemd ignores the rest of the value
 */
public record Words(List<Word> words, Optional<Reading.Fault<Words>> fault) {

  /**
   * A word.
   *
   * @param text without quotes, escapes resolved
   * @param from offset of its first character in the value, quotes included
   * @param to offset behind its last character
   * @param unknownEscapes whether it holds escapes that mean nothing, which are kept as they are
   */
  public record Word(String text, int from, int to, boolean unknownEscapes) {}

  /** How words are written. */
  public enum Style {
    /** Apart by blanks, quotes and backslashes kept as they are. */
    PLAIN(false, false, false),
    /** Quotes are removed; a backslash is dropped and protects the next character. */
    QUOTED(true, false, false),
    /** Quotes are removed; backslashes stay what they are (unit names). */
    QUOTED_RETAIN(true, false, true),
    /** Quotes are removed, escapes of C are resolved, unknown ones are kept: command lines. */
    COMMAND(true, true, false),
    /** The same, and an unknown escape is a fault: environments. */
    STRICT(true, true, false);

    private final boolean unquote;
    private final boolean unescape;
    private final boolean retain;

    Style(boolean unquote, boolean unescape, boolean retain) {
      this.unquote = unquote;
      this.unescape = unescape;
      this.retain = retain;
    }

    boolean unquote() {
      return unquote;
    }

    boolean unescape() {
      return unescape;
    }

    boolean takesUnknownEscapes() {
      return this != STRICT;
    }

    boolean keepsBackslash() {
      return retain || this == PLAIN;
    }
  }

  public Words {
    words = List.copyOf(words);
  }

  /** All words of {@code text}, apart by blanks. */
  public static Words split(String text, Style style) {
    if (text.indexOf('"') < 0 && text.indexOf('\'') < 0 && text.indexOf('\\') < 0) {
      return new Words(plain(text), Optional.empty());
    }
    List<Word> words = new ArrayList<>();
    var reader = new WordReader(text, style);
    while (true) {
      Optional<Reading<Word>> next = reader.next();
      if (next.isEmpty()) {
        return new Words(words, Optional.empty());
      }
      switch (next.get()) {
        case Reading.Value<Word>(Word word) -> words.add(word);
        case Reading.Fault<Word>(int from, int to, String message) -> {
          return new Words(words, Optional.of(new Reading.Fault<>(from, to, message)));
        }
      }
    }
  }

  /** The words of a text without quotes and backslashes. */
  private static List<Word> plain(String text) {
    List<Word> words = new ArrayList<>(4);
    int at = Scan.skipBlanks(text, 0);
    while (at < text.length()) {
      int end = Scan.wordEnd(text, at);
      words.add(new Word(text.substring(at, end), at, end, false));
      at = Scan.skipBlanks(text, end);
    }
    return words;
  }

  /** The texts of the words. */
  public List<String> texts() {
    return words.stream().map(Word::text).toList();
  }
}
