package dev.dryboot.simulator.config;

import dev.dryboot.source.Span;
import java.util.function.Function;

/**
 * A value and the stretch of the artifact that holds it.
 *
 * @param value what was read
 * @param at where it stands
 */
public record Located<T>(T value, Span at) {
  /** The same place with something made of the value. */
  public <R> Located<R> map(Function<T, R> change) {
    return new Located<>(change.apply(value), at);
  }
}
