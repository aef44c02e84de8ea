package dev.dryboot.foreign.exec;

import dev.dryboot.foreign.value.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A command of an {@code Exec…=} line.
 *
 * @param prefixes in front of the executable, in the order of {@link Prefix}
 * @param path the executable as written, without prefixes: an absolute path or a bare name
 * @param argv the arguments, the zeroth included
 * @param spans where the executable and each argument stand in the value; the first span is that of
 *     the executable without its prefixes, and those of {@code argv} follow
 */
public record ExecCommand(Set<Prefix> prefixes, String path, List<String> argv, List<Place> spans) {

  /** A stretch of the value. */
  public record Place(int from, int to) {}

  /** A character in front of an executable (systemd.service(5), table 2). */
  public enum Prefix {
    /** {@code @}: the second word is the zeroth argument. */
    ARGV0("@"),
    /** {@code -}: a failure counts as success. */
    IGNORE_FAILURE("-"),
    /** {@code :}: variables are not expanded. */
    NO_EXPANSION(":"),
    /** {@code +}: with full privileges. */
    FULL_PRIVILEGES("+"),
    /** {@code !}: user and group are not changed. */
    NO_USER_CHANGE("!"),
    /** {@code !!}: user and group are changed by ambient capabilities where there are any. */
    AMBIENT("!!");

    private final String written;

    Prefix(String written) {
      this.written = written;
    }

    public String written() {
      return written;
    }
  }

  public ExecCommand {
    prefixes = java.util.Collections.unmodifiableSet(copy(prefixes));
    argv = List.copyOf(argv);
    spans = List.copyOf(spans);
  }

  private static Set<Prefix> copy(Set<Prefix> prefixes) {
    return prefixes.isEmpty() ? EnumSet.noneOf(Prefix.class) : EnumSet.copyOf(prefixes);
  }

  public boolean has(Prefix prefix) {
    return prefixes.contains(prefix);
  }

  /** Whether a failure of this command counts as success. */
  public boolean ignoresFailure() {
    return has(Prefix.IGNORE_FAILURE);
  }

  /** Where the executable stands in the value. */
  public Place pathPlace() {
    return spans.getFirst();
  }

  /** The arguments behind the zeroth. */
  public List<String> arguments() {
    return argv.isEmpty() ? argv : argv.subList(1, argv.size());
  }

  /**
   * The arguments with variables expanded as systemd does before it runs the command
   * (replace_env_argv()): a word {@code $NAME} becomes the words of the value, none if it is unset;
   * <code>${NAME}</code> inside a word becomes the value as it is; {@code $$} becomes a dollar
   * sign.
   */
  public List<String> expanded(Map<String, String> environment) {
    return expanded(argv, environment);
  }

  /** The same of the arguments behind the zeroth alone. */
  public List<String> expandedArguments(Map<String, String> environment) {
    return expanded(arguments(), environment);
  }

  private List<String> expanded(List<String> written, Map<String, String> environment) {
    if (has(Prefix.NO_EXPANSION)) {
      return written;
    }
    List<String> words = new ArrayList<>();
    for (String word : written) {
      if (word.length() > 1 && word.charAt(0) == '$' && "{$".indexOf(word.charAt(1)) < 0) {
        String value = environment.getOrDefault(word.substring(1), "");
        words.addAll(Words.split(value, Words.Style.QUOTED).texts());
      } else {
        words.add(replaceBraced(word, environment));
      }
    }
    return words;
  }

  private static String replaceBraced(String word, Map<String, String> environment) {
    if (word.indexOf('$') < 0) {
      return word;
    }
    var replaced = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      int close = word.startsWith("${", i) ? word.indexOf('}', i) : -1;
      if (word.startsWith("$$", i)) {
        replaced.append('$');
        i++;
      } else if (close > 0) {
        replaced.append(environment.getOrDefault(word.substring(i + 2, close), ""));
        i = close;
      } else {
        replaced.append(word.charAt(i));
      }
    }
    return replaced.toString();
  }
}
