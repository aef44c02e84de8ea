package dev.dryboot.language.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * The text that is parsed after mistakes were mended, and the way back to the author's offsets:
 * characters were blanked out in place, or inserted.
 */
final class Repairs {
  private final StringBuilder text;

  /** In the order of their places. */
  private final List<Insertion> insertions = new ArrayList<>();

  /** Characters that the author did not write, before the author's offset {@code at}. */
  private record Insertion(int at, int length) {}

  Repairs(String source) {
    this.text = new StringBuilder(source);
  }

  String text() {
    return text.toString();
  }

  /** The author's offset of {@code offset} in the mended text. */
  int toSource(int offset) {
    int shift = 0;
    for (Insertion insertion : insertions) {
      int start = insertion.at + shift;
      if (offset <= start) {
        break;
      }
      if (offset < start + insertion.length) {
        return insertion.at;
      }
      shift += insertion.length;
    }
    return offset - shift;
  }

  /** Replaces what stands from {@code start} to {@code end} of the mended text by blanks. */
  void blank(int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c != '\n' && c != '\r') {
        text.setCharAt(i, ' ');
      }
    }
  }

  /** Writes {@code characters} over what stands at {@code start} of the mended text. */
  void overwrite(int start, String characters) {
    text.replace(start, start + characters.length(), characters);
  }

  /** Inserts {@code characters} at {@code offset} of the mended text. */
  void insert(int offset, String characters) {
    int at = toSource(offset);
    int index = 0;
    while (index < insertions.size() && insertions.get(index).at <= at) {
      index++;
    }
    insertions.add(index, new Insertion(at, characters.length()));
    text.insert(offset, characters);
  }
}
