package dev.dryboot.foreign.directive;

import dev.dryboot.foreign.directive.Rejection.Effect;
import dev.dryboot.foreign.value.Reading;
import dev.dryboot.foreign.value.Words;
import java.util.ArrayList;
import java.util.List;

/** Checks of a whole value and of its words. */
final class Shapes {
  private Shapes() {}

  /** The whole value. */
  static List<Rejection> whole(String value, Effect effect, TextCheck check) {
    return check
        .wrong(value)
        .map(message -> new Rejection(0, value.length(), message, effect))
        .stream()
        .toList();
  }

  /** Each word; a quote that is not closed ends the line. */
  static List<Rejection> words(String value, Words.Style style, Effect effect, TextCheck check) {
    List<Rejection> found = new ArrayList<>();
    Words words = Words.split(value, style);
    for (Words.Word word : words.words()) {
      check
          .wrong(word.text())
          .ifPresent(m -> found.add(new Rejection(word.from(), word.to(), m, effect)));
    }
    words
        .fault()
        .ifPresent(
            f ->
                found.add(
                    new Rejection(
                        f.from(),
                        f.to(),
                        f.message(),
                        effect == Effect.UNIT_REFUSED ? effect : Effect.IGNORED)));
    return found;
  }

  /** A rejection of the line where the text could not be read. */
  static List<Rejection> reading(Reading<?> reading, Effect effect) {
    return reading.fault().map(f -> new Rejection(f.from(), f.to(), f.message(), effect)).stream()
        .toList();
  }
}
