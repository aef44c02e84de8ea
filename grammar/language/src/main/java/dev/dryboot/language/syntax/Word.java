package dev.dryboot.language.syntax;

import dev.dryboot.source.Span;

/** A word of the language at a place: the name of a setting, a type, a verb, a state. */
public record Word(String text, Span span) {
  @Override
  public String toString() {
    return text;
  }
}
