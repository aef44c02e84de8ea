package dev.dryboot.compiler.model;

import dev.dryboot.source.Span;
import java.util.List;

/**
 * A finding that its author has accepted.
 *
 * @param rule name or code
 * @param scopes the blocks of the thing it stands in; empty where it stands for the whole host
 */
public record Allow(String rule, String reason, List<Span> scopes, Span span) {
  public Allow {
    scopes = List.copyOf(scopes);
  }
}
