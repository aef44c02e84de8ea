package dev.dryboot.foreign.value;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * What reading a text came to: the value that it stands for, or what is wrong with it and where.
 */
public sealed interface Reading<T> {

  /** The text could be read. */
  record Value<T>(T read) implements Reading<T> {}

  /**
   * The text could not be read.
   *
   * @param from offset of the first character that is wrong
   * @param to offset behind the last one; equal to {@code from} for a place where something lacks
   * @param message what is wrong, without a full stop
   */
  record Fault<T>(int from, int to, String message) implements Reading<T> {}

  static <T> Reading<T> of(T value) {
    return new Value<>(value);
  }

  static <T> Reading<T> fault(int from, int to, String message) {
    return new Fault<>(from, to, message);
  }

  /** The value, if the text could be read. */
  default Optional<T> value() {
    return this instanceof Value<T>(T read) ? Optional.of(read) : Optional.empty();
  }

  /** The fault, if the text could not be read. */
  default Optional<Fault<T>> fault() {
    return this instanceof Fault<T> fault ? Optional.of(fault) : Optional.empty();
  }

  /** The value of a text that is known to be readable. */
  default T get() {
    return switch (this) {
      case Value<T>(T read) -> read;
      case Fault<T>(int from, int to, String message) ->
          throw new NoSuchElementException(message + " (" + from + ".." + to + ")");
    };
  }

  default <R> Reading<R> map(Function<T, R> change) {
    return switch (this) {
      case Value<T>(T read) -> new Value<>(change.apply(read));
      case Fault<T>(int from, int to, String message) -> new Fault<>(from, to, message);
    };
  }

  /** The same, {@code offset} characters further on. */
  default Reading<T> shifted(int offset) {
    return this instanceof Fault<T>(int from, int to, String message)
        ? new Fault<>(from + offset, to + offset, message)
        : this;
  }
}
