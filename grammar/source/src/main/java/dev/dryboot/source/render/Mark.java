package dev.dryboot.source.render;

import dev.dryboot.source.Span;

/**
 * A place to underline and what to write beside it.
 *
 * @param label may be empty
 * @param primary whether the finding is about this place; else it merely belongs to it
 */
record Mark(Span span, String label, boolean primary) {
  int line() {
    return span.from().line();
  }

  int lastLine() {
    return span.source().position(Math.max(span.start(), span.end() - 1)).line();
  }
}
