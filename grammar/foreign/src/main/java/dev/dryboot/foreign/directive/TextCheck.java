package dev.dryboot.foreign.directive;

import java.util.Optional;

/** Tells what is wrong with a text, in words; nothing where systemd takes it. */
@FunctionalInterface
interface TextCheck {
  Optional<String> wrong(String text);

  /** The same of what stands behind {@code prefix}, where it is there. */
  default TextCheck behind(String prefix) {
    return text -> wrong(text.startsWith(prefix) ? text.substring(prefix.length()) : text);
  }

  /** Takes the texts that are {@code fine}, and says {@code message} of all others. */
  static TextCheck that(java.util.function.Predicate<String> fine, String message) {
    return text -> fine.test(text) ? Optional.empty() : Optional.of(message);
  }
}
