package dev.dryboot.source.render;

/**
 * A line of text as a terminal shows it: which columns each character takes. Tabs become blanks,
 * and characters that a terminal would act upon, or that reverse the direction of writing, are
 * shown by their number.
 */
final class Cells {
  private static final int TAB = 4;

  private final String shown;
  private final int[] columns;
  private final int[] starts;

  private Cells(String shown, int[] columns, int[] starts) {
    this.shown = shown;
    this.columns = columns;
    this.starts = starts;
  }

  static Cells of(String line) {
    var shown = new StringBuilder();
    int[] columns = new int[line.length() + 1];
    int[] starts = new int[line.length() + 1];
    int column = 0;
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      int next = i + Character.charCount(c);
      String piece = c == '\t' ? " ".repeat(TAB - column % TAB) : piece(c);
      for (int k = i; k < next; k++) {
        columns[k] = column;
        starts[k] = shown.length();
      }
      column += piece.codePointCount(0, piece.length()) == 1 ? width(c) : piece.length();
      shown.append(piece);
      i = next;
    }
    columns[line.length()] = column;
    starts[line.length()] = shown.length();
    return new Cells(shown.toString(), columns, starts);
  }

  /** {@code text} with the characters that a terminal would act upon shown by their number. */
  static String safe(String text) {
    boolean clean = text.codePoints().noneMatch(Cells::isUnsafe);
    return clean
        ? text
        : text.codePoints().mapToObj(Cells::piece).collect(java.util.stream.Collectors.joining());
  }

  /** The same, with line breaks kept. */
  static String safeLines(String text) {
    return String.join("\n", text.lines().map(Cells::safe).toList());
  }

  String shown() {
    return shown;
  }

  /** The column (from 0) of the character at {@code index}; the width of all for the end. */
  int column(int index) {
    return columns[Math.min(index, columns.length - 1)];
  }

  int width() {
    return columns[columns.length - 1];
  }

  /** What is shown of the characters that lie wholly between two columns. */
  String between(int from, int to) {
    int first = 0;
    while (first < columns.length - 1 && columns[first] < from) {
      first++;
    }
    int last = first;
    while (last < columns.length - 1 && columns[last + 1] <= to) {
      last++;
    }
    return shown.substring(starts[first], starts[last]);
  }

  private static String piece(int c) {
    return isUnsafe(c) ? "<U+%04X>".formatted(c) : Character.toString(c);
  }

  private static boolean isUnsafe(int c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.SURROGATE;
  }

  /** Two columns for East Asian wide characters and pictures, none for combining marks. */
  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        (c >= 0x1100 && c <= 0x115f)
            || (c >= 0x2e80 && c <= 0xa4cf)
            || (c >= 0xac00 && c <= 0xd7a3)
            || (c >= 0xf900 && c <= 0xfaff)
            || (c >= 0xfe30 && c <= 0xfe6f)
            || (c >= 0xff00 && c <= 0xff60)
            || (c >= 0xffe0 && c <= 0xffe6)
            || (c >= 0x1f300 && c <= 0x1faff)
            || (c >= 0x20000 && c <= 0x3fffd);
    return wide ? 2 : 1;
  }
}
