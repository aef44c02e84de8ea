package dev.dryboot.foreign.identity;

import dev.dryboot.foreign.value.Reading;

/**
 * The name of a host, with its domain or without (systemd 257, hostname_is_valid(); the length of a
 * label is DNS's, RFC 1123).
 */
public record HostName(String text) {
  /** HOST_NAME_MAX of Linux. */
  private static final int LONGEST = 64;

  private static final int LONGEST_LABEL = 63;

  /** Reads a name; a dot may end it where one stands in it. */
  public static Reading<HostName> read(String text) {
    if (text.isEmpty()) {
      return Reading.fault(0, 0, "the name is empty");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isLetterOrDigit(c) && c != '-' && c != '.') {
        return Reading.fault(i, i + 1, "a host's name has no %s in it".formatted(named(c)));
      }
    }
    boolean rooted = text.endsWith(".") && text.indexOf('.') < text.length() - 1;
    String name = rooted ? text.substring(0, text.length() - 1) : text;
    if (name.length() > LONGEST) {
      return Reading.fault(
          LONGEST,
          name.length(),
          "a host's name has at most %d characters, and this one has %d"
              .formatted(LONGEST, name.length()));
    }
    int at = 0;
    for (String label : name.split("\\.", -1)) {
      int end = at + label.length();
      if (label.isEmpty()) {
        return Reading.fault(at, at, "nothing stands before or behind a dot of the name");
      }
      if (label.startsWith("-") || label.endsWith("-")) {
        return Reading.fault(
            at, end, "a part of a host's name neither begins nor ends with a dash");
      }
      if (label.length() > LONGEST_LABEL) {
        return Reading.fault(
            at, end, "a part of a host's name has at most %d characters".formatted(LONGEST_LABEL));
      }
      at = end + 1;
    }
    return Reading.of(new HostName(text));
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private static String named(char c) {
    return switch (c) {
      case ' ', '\t' -> "blank";
      case '\n', '\r' -> "line break";
      case '_' -> "underscore";
      default -> "`" + c + "`";
    };
  }
}
