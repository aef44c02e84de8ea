package dev.dryboot.foreign.calendar;

/** A place in the text of a calendar event, and what can be taken from there. */
final class CalendarCursor {
  private final String text;
  private int at;

  CalendarCursor(String text) {
    this.text = text;
  }

  /** What is wrong, thrown through the steps of a reader and caught where it begins. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int from;
    private final int to;

    Wrong(int from, int to, String message) {
      super(message, null, false, false);
      this.from = from;
      this.to = to;
    }

    int from() {
      return from;
    }

    int to() {
      return to;
    }

    String message() {
      return String.valueOf(getMessage());
    }
  }

  int offset() {
    return at;
  }

  void moveTo(int offset) {
    at = offset;
  }

  boolean atEnd() {
    return at == text.length();
  }

  boolean isAt(String word) {
    return text.startsWith(word, at);
  }

  /** Whether one of {@code characters} stands here. */
  boolean isAtOneOf(String characters) {
    return !atEnd() && characters.indexOf(text.charAt(at)) >= 0;
  }

  /** Whether {@code word} stands here in any case, and the end or one of {@code ends} behind it. */
  boolean isAtWord(String word, String ends) {
    int end = at + word.length();
    return text.regionMatches(true, at, word, 0, word.length())
        && (end == text.length() || ends.indexOf(text.charAt(end)) >= 0);
  }

  /** Takes {@code word}, if it stands here. */
  boolean take(String word) {
    boolean there = isAt(word);
    at += there ? word.length() : 0;
    return there;
  }

  void skip(int characters) {
    at += characters;
  }

  void skipSpaces() {
    while (isAt(" ")) {
      at++;
    }
  }

  /** Takes {@code word}, or says that {@code what} is expected here. */
  void expect(String word, String what) {
    if (!take(word)) {
      throw wrong(what + " is expected here");
    }
  }

  /** A whole number of {@code digits} digits at most. */
  long number(int digits) {
    int start = at;
    while (isAtOneOf("0123456789")) {
      at++;
    }
    if (start == at) {
      throw wrong("a number is expected here");
    }
    if (at - start > digits) {
      throw new Wrong(start, at, "this number is too large");
    }
    return Long.parseLong(text, start, at, 10);
  }

  /** The digits behind a point, in units of {@code scale} for a whole; nothing where none are. */
  long fraction(int scale) {
    if (!isAt(".") || isAt("..")) {
      return 0;
    }
    int start = ++at;
    long value = 0;
    for (int tenth = scale / 10; isAtOneOf("0123456789"); tenth /= 10) {
      value += (long) (text.charAt(at++) - '0') * tenth;
    }
    if (start == at) {
      throw wrong("a fraction of a second is expected here");
    }
    return value;
  }

  Wrong wrong(String message) {
    return new Wrong(at, Math.min(at + 1, text.length()), message);
  }

  /** Of the whole text. */
  Wrong wrongAsAWhole(String message) {
    return new Wrong(0, text.length(), message);
  }
}
