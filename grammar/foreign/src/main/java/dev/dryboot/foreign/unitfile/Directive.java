package dev.dryboot.foreign.unitfile;

import dev.dryboot.source.Span;

/**
 * An assignment in a unit file, such as {@code After=network.target}.
 *
 * @param name as written, without blanks around it
 * @param nameSpan where the name stands
 * @param joined the value, continuation lines joined, without blanks around it; may be empty
 */
public record Directive(String name, Span nameSpan, JoinedText joined) {

  /** The value as systemd reads it: continuation lines joined, without blanks around it. */
  public String value() {
    return joined.text();
  }

  /** Where the value stands; a mere place behind the equals sign where it is empty. */
  public Span valueSpan() {
    return joined.span();
  }

  /** Where the part of the value from {@code from} to behind {@code to} stands. */
  public Span span(int from, int to) {
    return joined.span(from, to);
  }

  /** Name and value with what is between them. */
  public Span whole() {
    return nameSpan.source().span(nameSpan.start(), Math.max(nameSpan.end(), valueSpan().end()));
  }

  @Override
  public String toString() {
    return name + "=" + value();
  }
}
