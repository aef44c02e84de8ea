package dev.dryboot.foreign.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    List<Assignment> assignments = new ArrayList<>();
    List<Reading.Fault<EnvironmentText>> faults = new ArrayList<>();
    Words words = Words.split(text, Words.Style.COMMAND);
    for (Words.Word word : words.words()) {
      int equals = word.text().indexOf('=');
      if (equals < 0 || !isName(word.text().substring(0, equals))) {
        faults.add(
            new Reading.Fault<>(word.from(), word.to(), "this is no assignment of a variable"));
      } else {
        assignments.add(
            new Assignment(
                word.text().substring(0, equals),
                word.text().substring(equals + 1),
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
    return name.matches("[A-Za-z_][A-Za-z0-9_]*");
  }
}
