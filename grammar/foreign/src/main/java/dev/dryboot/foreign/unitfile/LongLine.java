package dev.dryboot.foreign.unitfile;

import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.Optional;

/** Finds a line, continuations included, that is longer than systemd takes. */
final class LongLine {
  private LongLine() {}

  /** The first hundred characters of the first line of more than {@code limit} bytes. */
  static Optional<Span> first(SourceText source, int limit) {
    String text = source.text();
    int start = 0;
    int bytes = 0;
    boolean escaped = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r' && text.startsWith("\n", i + 1)) {
        continue;
      }
      if (c == '\n' || c == '\r' || c == '\0') {
        bytes = escaped ? bytes : 0;
        start = escaped ? start : i + 1;
        escaped = false;
        continue;
      }
      escaped = c == '\\' && !escaped;
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
      if (bytes > limit) {
        return Optional.of(source.span(start, Math.min(start + 100, text.length())));
      }
    }
    return Optional.empty();
  }
}
