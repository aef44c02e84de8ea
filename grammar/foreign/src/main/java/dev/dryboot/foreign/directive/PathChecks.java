package dev.dryboot.foreign.directive;

import dev.dryboot.foreign.directive.Rejection.Effect;
import dev.dryboot.foreign.value.Words;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether systemd takes a path (path_simplify_and_warn() of systemd 257).
 *
 * @param names expands specifiers
 */
record PathChecks(Expansion names) {
  private static final int LONGEST = 4095;
  private static final int LONGEST_PART = 255;

  /** Since this version swaps take what mounts take. */
  private static final int SOURCES_ARE_ANYTHING = 253;

  /** Since this version a path may go up from the root, which leads nowhere. */
  private static final int ROOT_IS_ITS_OWN_PARENT = 253;

  /** What is wrong with a path that has to be absolute. */
  Optional<String> absolute(String path) {
    if (!path.startsWith("/")) {
      return Optional.of("the path must be absolute");
    }
    return plain(path);
  }

  /** What is wrong with a path that has to be relative. */
  Optional<String> relative(String path) {
    if (path.startsWith("/")) {
      return Optional.of("the path is relative to the directory that the directive is about");
    }
    return path.isEmpty() ? Optional.of("a path is missing") : plain(path);
  }

  /** What is wrong with any path. */
  Optional<String> plain(String path) {
    String rest = path;
    while (names.version().has(ROOT_IS_ITS_OWN_PARENT) && ("/" + rest + "/").startsWith("//../")) {
      rest = rest.substring(3);
    }
    if (("/" + rest + "/").contains("/../")) {
      return Optional.of("the path goes up by ..");
    }
    if (path.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      return Optional.of("a path has " + LONGEST + " bytes at most");
    }
    for (String part : path.split("/", -1)) {
      if (part.getBytes(StandardCharsets.UTF_8).length > LONGEST_PART) {
        return Optional.of("a part of a path has " + LONGEST_PART + " bytes at most");
      }
    }
    return Optional.empty();
  }

  /** An absolute path that is the whole value. */
  List<Rejection> path(String value, Effect effect) {
    return Shapes.whole(
        value, effect, names.expanding(text -> text.isEmpty() ? Optional.empty() : absolute(text)));
  }

  /** An absolute path that specifiers do not make empty. */
  List<Rejection> fullPath(String value) {
    return Shapes.whole(value, Effect.IGNORED, names.expanding(this::absolute));
  }

  /** What is mounted: any source, of which only the length matters. */
  List<Rejection> source(String value) {
    boolean limited = names.version().has(SOURCES_ARE_ANYTHING);
    return Shapes.whole(
        value,
        Effect.IGNORED,
        names.expanding(
            text ->
                limited && text.length() > LONGEST
                    ? Optional.of("a source has " + LONGEST + " letters at most")
                    : Optional.empty()));
  }

  /** What is swapped to: a path, and since 253 a tag such as LABEL=swap as well. */
  List<Rejection> swapSource(String value) {
    return names.version().has(SOURCES_ARE_ANYTHING) ? source(value) : path(value, Effect.IGNORED);
  }

  /** Absolute paths, each perhaps behind a dash and then a plus sign where {@code marked}. */
  List<Rejection> paths(String value, boolean marked) {
    TextCheck check = names.expanding(this::absolute);
    return Shapes.words(
        value,
        Words.Style.QUOTED,
        Effect.WORD_IGNORED,
        marked ? check.behind("+").behind("-") : check);
  }

  /** Absolute paths with colons between them (config_parse_colon_separated_paths()). */
  List<Rejection> searchPath(String value) {
    TextCheck each = names.expanding(this::absolute);
    return Shapes.whole(
        value,
        Effect.WORD_IGNORED,
        text ->
            List.of(text.split(":", -1)).stream()
                .flatMap(
                    part ->
                        part.isEmpty()
                            ? Optional.<String>empty().stream()
                            : each.wrong(part).stream())
                .findFirst());
  }

  List<Rejection> workingDirectory(String value) {
    int skip = value.startsWith("-") ? 1 : 0;
    String path = value.substring(skip);
    if (path.equals("~")) {
      return List.of();
    }
    return Shapes.whole(
        value,
        skip == 1 ? Effect.IGNORED : Effect.UNIT_REFUSED,
        text -> names.expanding(this::absolute).wrong(path));
  }

  List<Rejection> environmentFile(String value) {
    return Shapes.whole(
        value,
        Effect.IGNORED,
        names.expanding(text -> absolute(text.startsWith("-") ? text.substring(1) : text)));
  }

  /** PIDFile=: a relative path is below /run; what is no path at all refuses the unit. */
  List<Rejection> pidFile(String value) {
    return names.expanding().wrong(value).isPresent() || value.length() > LONGEST
        ? Shapes.whole(value, Effect.IGNORED, names.expanding(this::plain))
        : Shapes.whole(value, Effect.UNIT_REFUSED, names.expanding(this::plain));
  }

  /** Each word is a relative path, perhaps with the name of a link behind a colon. */
  List<Rejection> directories(String value, boolean linked) {
    return Shapes.words(
        value, Words.Style.QUOTED, Effect.WORD_IGNORED, text -> directory(text, linked));
  }

  private Optional<String> directory(String text, boolean linked) {
    List<String> parts = Tuple.split(text);
    boolean flags = names.version().has(257);
    Optional<String> wrong =
        parts.getFirst().isEmpty() && !flags
            ? Optional.empty()
            : names.expanding(this::own).wrong(parts.getFirst());
    String link = parts.size() > 1 ? parts.get(1) : "";
    if (wrong.isEmpty() && !linked && parts.size() > 1 && !(link.isEmpty() && flags)) {
      return Optional.of("a link beside the directory is not possible here");
    }
    if (wrong.isEmpty() && !link.isEmpty()) {
      wrong = names.expanding(this::relative).wrong(link);
    }
    if (wrong.isEmpty() && flags && parts.size() > 2 && !parts.get(2).matches("ro|")) {
      return Optional.of("ro is the only flag");
    }
    return wrong;
  }

  private Optional<String> own(String path) {
    if (path.equals("private") || path.startsWith("private/")) {
      return Optional.of("the directory private is systemd's own");
    }
    return path.equals(".") ? Optional.of("a path is missing") : relative(path);
  }
}
