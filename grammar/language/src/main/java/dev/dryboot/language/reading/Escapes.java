package dev.dryboot.language.reading;

/** The escapes of {@code "…"} and {@code """…"""}. */
final class Escapes {
  private Escapes() {}

  /** What {@code \c} stands for, or -1. */
  static int of(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case '0' -> 0;
      case 'e' -> 27;
      case 's' -> ' ';
      case '\\', '"', '\'', '$' -> c;
      default -> -1;
    };
  }

  /** The characters of a quoted token where no report is needed: names and reasons. */
  static String unquoted(String token) {
    boolean verbatim = token.startsWith("'");
    String inner = token.length() < 2 ? token : token.substring(1, token.length() - 1);
    if (verbatim || inner.indexOf('\\') < 0) {
      return inner;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      int escaped = c == '\\' && i + 1 < inner.length() ? of(inner.charAt(i + 1)) : -1;
      if (escaped >= 0) {
        text.append((char) escaped);
        i++;
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
