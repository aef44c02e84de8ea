package dev.dryboot.compiler.model;

import dev.dryboot.source.Origin;
import java.util.function.Function;

/** A value and why it is there. */
public record Traced<T>(T value, Origin origin) {
  public <R> Traced<R> map(Function<T, R> change) {
    return new Traced<>(change.apply(value), origin);
  }
}
