package dev.dryboot.language.syntax;

import dev.dryboot.source.Span;

/**
 * A name as it is written at a place.
 *
 * @param text the name, without quotes
 * @param quoted whether it was quoted or dotted: then it names something outside the host, such as
 *     a unit of the operating system
 * @param span where it stands
 */
public record Name(String text, boolean quoted, Span span) {
  @Override
  public String toString() {
    return text;
  }
}
