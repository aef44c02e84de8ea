package dev.dryboot.language.reading;

/** How the language's words are spelt. */
public final class Words {
  private Words() {}

  public static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The end of the word that begins at {@code start}: letters, digits, {@code @}, inner dashes. */
  public static int end(CharSequence text, int start) {
    int i = start;
    while (i < text.length() && continues(text, i)) {
      i++;
    }
    return i;
  }

  private static boolean continues(CharSequence text, int i) {
    char c = text.charAt(i);
    return isLetter(c)
        || isDigit(c)
        || c == '@'
        || c == '-' && i + 1 < text.length() && isPart(text.charAt(i + 1));
  }

  private static boolean isPart(char c) {
    return isLetter(c) || isDigit(c);
  }

  /** Whether {@code text} may stand between the braces of a placeholder. */
  public static boolean isPath(String text) {
    int i = 0;
    while (true) {
      if (i >= text.length() || text.charAt(i) == '-') {
        return false;
      }
      int end = end(text, i);
      if (end == i) {
        return false;
      }
      if (end == text.length()) {
        return true;
      }
      if (text.charAt(end) != '.') {
        return false;
      }
      i = end + 1;
    }
  }

  /** Whether {@code text} can be written as a name without quotes. */
  public static boolean isName(String text) {
    return !text.isEmpty() && isLetter(text.charAt(0)) && end(text, 0) == text.length();
  }
}
