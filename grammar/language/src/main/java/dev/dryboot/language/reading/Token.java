package dev.dryboot.language.reading;

/**
 * A stretch of a text that may have mistakes.
 *
 * @param start offset of the first character
 * @param end offset behind the last one
 * @param line from 0
 * @param indentation blanks before the first token of the line
 * @param first whether it is the first of its line
 */
public record Token(
    Kind kind, String text, int start, int end, int line, int indentation, boolean first) {
  /** What a token is. */
  public enum Kind {
    WORD,
    NUMBER,
    TEXT,
    UNFINISHED_TEXT,
    BLOCK,
    UNFINISHED_BLOCK,
    PLACEHOLDER,
    OPEN,
    CLOSE,
    COMMA,
    EQUALS,
    ARROW,
    STAR,
    STRAY,
    COMMENT,
    END
  }

  public boolean is(Kind some) {
    return kind == some;
  }

  /** Whether it may be the value of a setting. */
  public boolean isValue() {
    return switch (kind) {
      case WORD, NUMBER, TEXT, BLOCK, PLACEHOLDER -> true;
      case UNFINISHED_TEXT, UNFINISHED_BLOCK, OPEN, CLOSE, COMMA, EQUALS, ARROW, STAR -> false;
      case STRAY, COMMENT, END -> false;
    };
  }
}
