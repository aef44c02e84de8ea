package dev.dryboot.foreign.directive;

import dev.dryboot.foreign.directive.Rejection.Effect;
import dev.dryboot.foreign.value.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells whether systemd takes a path (path_simplify_and_warn() of systemd 257). */
final class PathChecks {
  /** Directives whose unit is refused for a path that is not absolute. */
  private static final Set<String> FATAL =
      Set.of("RootDirectory", "RootImage", "RootHash", "RootVerity", "Where");

  private PathChecks() {}

  static Optional<Rejection> path(KnownDirective directive, String value) {
    Effect effect = FATAL.contains(directive.name()) ? Effect.UNIT_REFUSED : Effect.IGNORED;
    return absolute(value, 0, effect);
  }

  private static Optional<Rejection> absolute(String value, int from, Effect effect) {
    String path = value.substring(from);
    if (path.startsWith("/") || path.startsWith("%")) {
      return ("/" + path + "/").contains("/../") && !path.startsWith("%")
          ? Optional.of(new Rejection(from, value.length(), "the path goes up by ..", effect))
          : Optional.empty();
    }
    return Optional.of(new Rejection(from, value.length(), "the path must be absolute", effect));
  }

  static List<Rejection> paths(KnownDirective directive, String value) {
    List<Rejection> found = new ArrayList<>();
    boolean marked = directive.name().endsWith("Paths") || directive.name().endsWith("Directories");
    for (Words.Word word : Words.split(value, Words.Style.QUOTED).words()) {
      int skip = 0;
      while (marked && skip < word.text().length() && "-+".indexOf(word.text().charAt(skip)) >= 0) {
        skip++;
      }
      absolute(word.text(), skip, Effect.WORD_IGNORED)
          .ifPresent(
              r -> found.add(new Rejection(word.from(), word.to(), r.message(), r.effect())));
    }
    return found;
  }

  /** Each word is a relative path, perhaps with the name of a link behind a colon. */
  static List<Rejection> directories(String value) {
    List<Rejection> found = new ArrayList<>();
    for (Words.Word word : Words.split(value, Words.Style.QUOTED).words()) {
      if (word.text().startsWith("/")) {
        found.add(
            new Rejection(
                word.from(),
                word.to(),
                "the path is relative to the directory that the directive is about",
                Effect.WORD_IGNORED));
      }
    }
    return found;
  }

  static Optional<Rejection> workingDirectory(String value) {
    int skip = value.startsWith("-") ? 1 : 0;
    return value.substring(skip).equals("~")
        ? Optional.empty()
        : absolute(value, skip, skip == 1 ? Effect.IGNORED : Effect.UNIT_REFUSED);
  }

  static Optional<Rejection> environmentFile(String value) {
    return absolute(value, value.startsWith("-") ? 1 : 0, Effect.IGNORED);
  }
}
