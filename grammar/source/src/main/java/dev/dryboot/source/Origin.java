package dev.dryboot.source;

import java.util.Optional;

/**
 * Why a value is there: someone wrote it, it follows from something written, or Dryboot knows it.
 */
public sealed interface Origin {

  /** Where the author wrote it or what it follows from; empty for what Dryboot brings along. */
  Optional<Span> span();

  /** One line for people: what the value follows from. */
  String reason();

  /** Written by the author, at a place. */
  record Written(Span at) implements Origin {
    @Override
    public Optional<Span> span() {
      return Optional.of(at);
    }

    @Override
    public String reason() {
      return "written at " + at;
    }
  }

  /** Follows from something else, for a reason. */
  record Derived(Origin from, String reason) implements Origin {
    @Override
    public Optional<Span> span() {
      return from.span();
    }
  }

  /**
   * Brought along by Dryboot: a default, a unit of an operating system, a fixed part of a format.
   */
  record BuiltIn(String reason) implements Origin {
    @Override
    public Optional<Span> span() {
      return Optional.empty();
    }
  }

  static Origin written(Span at) {
    return new Written(at);
  }

  static Origin builtIn(String reason) {
    return new BuiltIn(reason);
  }

  default Origin because(String reason) {
    return new Derived(this, reason);
  }
}
