package dev.dryboot.language.reading;

import dev.dryboot.language.reading.Token.Kind;
import java.util.List;
import java.util.Optional;

/** A brace among tokens, and the one that belongs to it. */
record BracePair(List<Token> tokens, int index) {
  Optional<Token> other() {
    int step = tokens.get(index).is(Kind.OPEN) ? 1 : -1;
    int depth = 0;
    for (int i = index; i >= 0 && i < tokens.size(); i += step) {
      depth += tokens.get(i).is(Kind.OPEN) ? 1 : tokens.get(i).is(Kind.CLOSE) ? -1 : 0;
      if (depth == 0 && i != index) {
        return Optional.of(tokens.get(i));
      }
    }
    return Optional.empty();
  }
}
