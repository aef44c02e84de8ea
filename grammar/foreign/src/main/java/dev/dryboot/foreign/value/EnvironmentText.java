package dev.dryboot.foreign.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The assignments of an environment file or of {@code Environment=}.
 *
 * @param assignments in order; a later one of the same name wins
 * @param faults lines or words that systemd skips
 */
public record EnvironmentText(
    List<Assignment> assignments, List<Reading.Fault<EnvironmentText>> faults) {

  /** A variable and its value; offsets are those of the whole assignment. */
  public record Assignment(String name, String value, int from, int to) {}

  public EnvironmentText {
    assignments = List.copyOf(assignments);
    faults = List.copyOf(faults);
  }

  /** What holds in the end. */
  public Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    assignments.forEach(a -> variables.put(a.name(), a.value()));
    return variables;
  }

  /** Reads a value of {@code Environment=}: quoted words, each an assignment. */
  public static EnvironmentText readDirective(String text) {
    return readDirective(text, UnaryOperator.identity());
  }

  /** Reads a value of {@code Environment=} and expands the specifiers of each word. */
  public static EnvironmentText readDirective(String text, UnaryOperator<String> expand) {
    List<Assignment> assignments = new ArrayList<>();
    List<Reading.Fault<EnvironmentText>> faults = new ArrayList<>();
    Words words = Words.split(text, Words.Style.STRICT);
    for (Words.Word word : words.words()) {
      String assignment = expand.apply(word.text());
      int equals = assignment.indexOf('=');
      if (equals < 0 || !isName(assignment.substring(0, equals))) {
        faults.add(
            new Reading.Fault<>(word.from(), word.to(), "this is no assignment of a variable"));
      } else {
        assignments.add(
            new Assignment(
                assignment.substring(0, equals),
                assignment.substring(equals + 1),
                word.from(),
                word.to()));
      }
    }
    words.fault().ifPresent(f -> faults.add(new Reading.Fault<>(f.from(), f.to(), f.message())));
    return new EnvironmentText(assignments, faults);
  }

  /** Reads an environment file (parse_env_file_internal() of systemd 257). */
  public static EnvironmentText readFile(String text) {
    return new EnvironmentFileReader(text).read();
  }

  /** Whether {@code name} may name a variable (env_name_is_valid()). */
  public static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
