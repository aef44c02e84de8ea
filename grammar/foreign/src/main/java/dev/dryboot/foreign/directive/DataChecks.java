package dev.dryboot.foreign.directive;

import dev.dryboot.foreign.directive.Rejection.Effect;
import dev.dryboot.foreign.value.EnvironmentText;
import dev.dryboot.foreign.value.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells whether systemd takes texts that are handed to processes or to the journal: variables,
 * credentials, fields, encoded data, names of file descriptors (load-fragment.c of systemd 257).
 *
 * @param names expands specifiers
 */
record DataChecks(Expansion names) {
  private static final Pattern BASE64 =
      Pattern.compile("([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");
  private static final Pattern FIELD = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
  private static final Pattern DESCRIPTOR = Pattern.compile("[ -9;-~]{0,255}");
  private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9@:_.\\\\-]{1,223}");
  private static final Pattern URL = Pattern.compile("(https?://|file:/|info:|man:).+");

  /** The data of a text in base64; blanks count for nothing. */
  static Optional<String> base64(String text) {
    return BASE64.matcher(text.replaceAll("[ \t\r\n]", "")).matches()
        ? Optional.empty()
        : Optional.of("this is not encoded in base64");
  }

  List<Rejection> environment(String value) {
    return Shapes.words(
        value,
        Words.Style.STRICT,
        Effect.WORD_IGNORED,
        names.expanding(
            TextCheck.that(DataChecks::isAssignment, "this is no assignment of a variable")));
  }

  private static boolean isAssignment(String text) {
    int equals = text.indexOf('=');
    return equals > 0 && EnvironmentText.isName(text.substring(0, equals));
  }

  List<Rejection> variableNames(String value) {
    return Shapes.words(
        value,
        Words.Style.QUOTED,
        Effect.WORD_IGNORED,
        names.expanding(TextCheck.that(EnvironmentText::isName, "this cannot name a variable")));
  }

  List<Rejection> variablesToUnset(String value) {
    return Shapes.words(
        value,
        Words.Style.COMMAND,
        Effect.WORD_IGNORED,
        names.expanding(
            TextCheck.that(
                t -> EnvironmentText.isName(t) || isAssignment(t),
                "a variable's name or an assignment is expected here")));
  }

  List<Rejection> journalFields(String value) {
    return Shapes.words(
        value,
        Words.Style.STRICT,
        Effect.WORD_IGNORED,
        names.expanding(
            TextCheck.that(
                t -> t.contains("=") && FIELD.matcher(t.substring(0, t.indexOf('='))).matches(),
                "a journal field is written as NAME=VALUE, its name in capital letters")));
  }

  List<Rejection> logNamespace(String value) {
    return Shapes.whole(
        value,
        Effect.IGNORED,
        names.expanding(
            TextCheck.that(
                t -> NAMESPACE.matcher(t).matches() && !t.matches("\\.{1,2}"),
                "this cannot name a namespace of the journal")));
  }

  List<Rejection> logPattern(String value) {
    return Shapes.whole(
        value, Effect.IGNORED, TextCheck.that(t -> !t.equals("~"), "a pattern is missing"));
  }

  List<Rejection> descriptorName(String value) {
    return Shapes.whole(value, Effect.IGNORED, names.expanding(DataChecks::descriptor));
  }

  /** What is wrong with the name of a file descriptor (fdname_is_valid()). */
  static Optional<String> descriptor(String name) {
    return DESCRIPTOR.matcher(name).matches()
        ? Optional.empty()
        : Optional.of("the name of a file descriptor has up to 255 printable letters, no colon");
  }

  private static boolean isCredentialName(String name) {
    return !name.isEmpty()
        && !name.contains("/")
        && !name.matches("\\.{1,2}")
        && descriptor(name).isEmpty();
  }

  private TextCheck credentialName() {
    return names.expanding(
        TextCheck.that(DataChecks::isCredentialName, "this cannot name a credential"));
  }

  /** {@code NAME[:PATH or NAME]}. */
  List<Rejection> loadCredential(String value, PathChecks paths) {
    int colon = value.indexOf(':');
    String name = unquoted(colon < 0 ? value : value.substring(0, colon));
    String from = colon < 0 ? "" : value.substring(colon + 1);
    return Shapes.whole(
        value,
        Effect.IGNORED,
        text -> {
          Optional<String> wrong = credentialName().wrong(name);
          if (wrong.isPresent() || from.isEmpty()) {
            return wrong;
          }
          return names
              .expanding(
                  path ->
                      path.startsWith("/") ? paths.absolute(path) : credentialName().wrong(path))
              .wrong(from);
        });
  }

  private static String unquoted(String text) {
    return text.replaceAll("^\"(.*)\"$", "$1");
  }

  /** {@code NAME:DATA}, the data with escapes or in base64. */
  List<Rejection> setCredential(String value, boolean encrypted) {
    int colon = value.indexOf(':');
    String data = value.substring(colon + 1);
    return Shapes.whole(
        value,
        Effect.IGNORED,
        text -> {
          if (colon < 0 || data.isEmpty()) {
            return Optional.of("a credential is written as NAME:DATA");
          }
          Optional<String> wrong = credentialName().wrong(unquoted(value.substring(0, colon)));
          return wrong.isPresent() ? wrong : encrypted ? base64(data) : escaped(data);
        });
  }

  /** Escapes that mean nothing are not taken (cunescape()). */
  static Optional<String> escaped(String text) {
    for (int i = text.indexOf('\\'); i >= 0; ) {
      var escape = dev.dryboot.foreign.value.CEscape.at(text, i);
      if (escape.isEmpty()) {
        return Optional.of("a backslash escapes nothing that systemd knows");
      }
      i = text.indexOf('\\', i + escape.get().length());
    }
    return Optional.empty();
  }

  /** A name, or the beginning of names with an asterisk behind it, perhaps with a new name. */
  List<Rejection> importCredential(String value) {
    List<String> parts = Tuple.split(value);
    return Shapes.whole(
        value,
        Effect.IGNORED,
        names.expanding(
            text -> {
              String glob = parts.getFirst();
              String begin = glob.endsWith("*") ? glob.substring(0, glob.length() - 1) : glob;
              boolean fine =
                  (begin.isEmpty() && glob.equals("*"))
                      || (isCredentialName(begin)
                          && begin.chars().noneMatch(c -> "*?[".indexOf(c) >= 0));
              boolean renamed =
                  parts.size() < 2 || parts.get(1).isEmpty() || isCredentialName(parts.get(1));
              return fine && renamed && !text.isEmpty()
                  ? Optional.empty()
                  : Optional.of("this cannot name credentials; an asterisk may stand at the end");
            }));
  }

  List<Rejection> documentation(String value) {
    return Shapes.words(
        value,
        Words.Style.QUOTED,
        Effect.WORD_IGNORED,
        names.expanding(
            TextCheck.that(
                t -> t.isEmpty() || URL.matcher(t).matches(),
                "documentation is named by http://, https://, file:/, info: or man:")));
  }

  /** {@code PATH[:NAME[:OPTIONS]]}. */
  List<Rejection> openFile(String value) {
    List<String> parts = Tuple.split(value);
    return Shapes.whole(
        value,
        Effect.IGNORED,
        text -> {
          if (!parts.getFirst().startsWith("/") || parts.size() > 3) {
            return Optional.of("this is written as PATH:NAME:OPTIONS with an absolute path");
          }
          Optional<String> wrong = descriptor(parts.size() > 1 ? parts.get(1) : "");
          return wrong.isPresent() || parts.size() < 3 ? wrong : openOptions(parts.get(2));
        });
  }

  private static Optional<String> openOptions(String text) {
    int modes = 0;
    for (String option : text.split(",", -1)) {
      if (!option.matches("read-only|append|truncate|graceful|")) {
        return Optional.of("the options are read-only, append, truncate and graceful");
      }
      modes += option.isEmpty() || option.equals("graceful") ? 0 : 1;
    }
    return modes > 1
        ? Optional.of("read-only, append and truncate exclude each other")
        : Optional.empty();
  }

  /** {@code STREAM}, {@code fd:NAME} or a kind of file with its path. */
  List<Rejection> stream(KnownDirective directive, String value, PathChecks paths) {
    for (String kind : List.of("file:", "append:", "truncate:")) {
      if (value.startsWith(kind) && (kind.equals("file:") || !directive.name().endsWith("Input"))) {
        return Shapes.whole(value, Effect.IGNORED, names.expanding(paths::absolute).behind(kind));
      }
    }
    if (value.startsWith("fd:")) {
      return Shapes.whole(
          value, Effect.IGNORED, names.expanding(DataChecks::descriptor).behind("fd:"));
    }
    return ValueChecks.choice(directive, value, names.version(), false);
  }
}
