package dev.dryboot.compiler.document;

import java.util.regex.Pattern;

/** How a text is written as a YAML scalar so that YAML 1.1 and 1.2 readers read that text. */
final class YamlScalars {
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9_/.+=@-][A-Za-z0-9_/.+=@,:;%()$^~<>\\[\\]{}*&!'\"\\\\| -]*");

  /** What YAML 1.1 reads as a boolean, a null, a number, a date or base 60. */
  private static final Pattern OTHER_TYPE =
      Pattern.compile(
          "(?i)y|n|yes|no|on|off|true|false|null|~|<<|="
              + "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])*(\\.[0-9_]*)?(e[-+]?[0-9]+)?"
              + "|[-+]?\\.[0-9][0-9_]*(e[-+]?[0-9]+)?|[-+]?\\.(inf|nan)|[-+]?0[xob][0-9a-f_]+"
              + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*");

  private YamlScalars() {}

  static boolean fitsLiteralBlock(String text) {
    if (text.indexOf('\n') < 0 || text.isBlank()) {
      return false;
    }
    return text.chars()
        .allMatch(
            c ->
                c == '\n'
                    || c == '\t'
                    || (c >= ' '
                        && c != 0x7f
                        && c != 0x85
                        && c != 0x2028
                        && c != 0x2029
                        && c != 0xfeff
                        && !(c >= 0x80 && c < 0xa0)));
  }

  static String literalBlock(String text, String indent) {
    String indicator = text.startsWith(" ") || text.startsWith("\n") ? "2" : "";
    String chomping = text.endsWith("\n\n") ? "+" : text.endsWith("\n") ? "" : "-";
    StringBuilder block = new StringBuilder("|").append(indicator).append(chomping).append('\n');
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    for (String line : body.split("\n", -1)) {
      block.append(line.isEmpty() ? "" : indent).append(line).append('\n');
    }
    return block.toString();
  }

  /** A scalar on one line. */
  static String scalar(String text) {
    if (isPlain(text)) {
      return text;
    }
    boolean printable = text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    return printable && !text.isEmpty()
        ? "'" + text.replace("'", "''") + "'"
        : JsonRenderer.quoted(text);
  }

  private static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches()
        && !OTHER_TYPE.matcher(text).matches()
        && !text.startsWith("-")
        && !text.startsWith("=")
        && !text.startsWith("@")
        && !text.contains(": ")
        && !text.endsWith(":")
        && !text.contains(" #")
        && !text.endsWith(" ")
        && !text.startsWith("---")
        && !text.startsWith("...");
  }
}
