package dev.dryboot.targets.format.schema;

import dev.dryboot.source.Span;

/**
 * Something in a document that its table does not allow, or no longer likes.
 *
 * @param kind what it is
 * @param path dotted keys, such as {@code users.0.uid}
 * @param message one sentence
 * @param help what to do; may be empty
 * @param at the key or value
 */
public record Issue(Kind kind, String path, String message, String help, Span at) {
  /** What an issue is. */
  public enum Kind {
    UNKNOWN_KEY,
    MISSING_KEY,
    TYPE,
    VALUE,
    DEPRECATED
  }

  /** Whether the program still takes the document. */
  boolean mild() {
    return kind == Kind.DEPRECATED;
  }
}
