package dev.dryboot.language.format;

/** Indents text blocks anew, without changing what they say. */
final class TextBlocks {
  private TextBlocks() {}

  /** The block with its least indented line at {@code indentation}. */
  static String indented(String block, int indentation) {
    String[] lines = block.split("\r?\n", -1);
    if (lines.length == 1) {
      return block;
    }
    int least = Integer.MAX_VALUE;
    for (int i = 1; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        least = Math.min(least, blanks(lines[i]));
      }
    }
    StringBuilder text = new StringBuilder(lines[0].stripTrailing());
    for (int i = 1; i < lines.length; i++) {
      text.append('\n');
      if (!lines[i].isBlank()) {
        String content = lines[i].substring(least);
        text.append(" ".repeat(indentation))
            .append(i + 1 == lines.length ? content : content.stripTrailing());
      }
    }
    return text.toString();
  }

  private static int blanks(String line) {
    int count = 0;
    while (count < line.length() && Character.isWhitespace(line.charAt(count))) {
      count++;
    }
    return count;
  }
}
