package dev.dryboot.cli;

import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What the user gave for an option or a parameter; known when the arguments were read.
 *
 * @param argument which one
 */
record Given<T>(ArgSpec argument) {

  /** It, or its default; none where it was left out and has none. */
  Optional<T> value() {
    return Optional.ofNullable(argument.getValue());
  }

  /** It, where there always is one. */
  T get() {
    return value().orElseThrow();
  }
}
