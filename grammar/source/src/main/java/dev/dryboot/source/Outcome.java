package dev.dryboot.source;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a step of the work came to: a value, if there is one, and a report. A step whose report has
 * errors may still have a value to go on with, so that the next mistakes are found too.
 */
public record Outcome<T>(Optional<T> value, Report report) {
  public static <T> Outcome<T> of(T value, Report report) {
    return new Outcome<>(Optional.of(value), report);
  }

  public static <T> Outcome<T> of(T value) {
    return new Outcome<>(Optional.of(value), Report.EMPTY);
  }

  public static <T> Outcome<T> failed(Report report) {
    return new Outcome<>(Optional.empty(), report);
  }

  /** Goes on with the value, if there is one; the reports are joined. */
  public <R> Outcome<R> then(Function<T, Outcome<R>> next) {
    if (value.isEmpty()) {
      return new Outcome<>(Optional.empty(), report);
    }
    Outcome<R> following = next.apply(value.get());
    return new Outcome<>(following.value, report.and(following.report));
  }
}
