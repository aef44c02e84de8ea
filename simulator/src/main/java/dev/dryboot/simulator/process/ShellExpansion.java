package dev.dryboot.simulator.process;

import dev.dryboot.simulator.machine.Printed;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.process.ShellScript.Sequence;
import dev.dryboot.simulator.process.ShellScript.Simple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a shell puts in place of {@code $name}, {@code $((name+1))} and {@code $(command)}:
 * variables that the script itself gave a value that is known, and what systemctl says. What else
 * there is stays as it is written.
 */
final class ShellExpansion {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:\\{([A-Za-z_][A-Za-z0-9_]*)}|([A-Za-z_][A-Za-z0-9_]*))");
  private static final Pattern SUM =
      Pattern.compile("\\$\\(\\( *\\$?([A-Za-z_][A-Za-z0-9_]*) *([+-]) *([0-9]{1,6}) *\\)\\)");
  private static final Pattern RANGE =
      Pattern.compile(
          "(\\$\\( *seq +(?:([0-9]{1,4}) +)?([0-9]{1,4}) *\\))|\\{([0-9]{1,4})\\.\\.([0-9]{1,4})}");
  private static final Pattern COMMAND = Pattern.compile("\\$\\((?!\\()(.*)\\)", Pattern.DOTALL);

  private final Map<String, String> variables = new TreeMap<>();

  /** Runs a command in the foreground. */
  interface Caller {
    void call(RunningProcess self, List<String> argv, IntConsumer then);
  }

  /** Goes on with the words, and with what the last command that was asked exited with. */
  interface Continuation {
    void accept(List<String> words, int code);
  }

  /** The words that {@code $(seq 3)} and {@code {1..3}} stand for; any other is itself. */
  static Stream<String> counted(String word) {
    Matcher range = RANGE.matcher(word);
    if (!range.matches()) {
      return Stream.of(word);
    }
    String from = range.group(2) == null ? "1" : range.group(2);
    String to = range.group(3) == null ? range.group(5) : range.group(3);
    int first = Integer.parseInt(range.group(4) == null ? from : range.group(4));
    return IntStream.rangeClosed(first, Integer.parseInt(to)).mapToObj(String::valueOf);
  }

  static boolean isAssignment(String word) {
    return word.matches("(?s)[A-Za-z_][A-Za-z0-9_]*=.*");
  }

  /** Whether a command looks at what its words say. */
  static boolean looksAtText(String command) {
    return List.of("test", "[", "[[", "export", "local", "readonly", "declare").contains(command);
  }

  /** Takes down {@code name=value}, or that the value is not known. */
  void assign(String assignment) {
    int equals = assignment.indexOf('=');
    String name = assignment.substring(0, equals);
    String value = assignment.substring(equals + 1);
    if (value.contains("$")) {
      variables.remove(name);
    } else {
      variables.put(name, value);
    }
  }

  void forget(String name) {
    variables.remove(name);
  }

  /** The words with variables that are known; one that is nothing but a variable may be several. */
  List<String> known(List<String> words) {
    List<String> all = new ArrayList<>();
    for (String word : words) {
      String now = known(word);
      if (VARIABLE.matcher(word).matches() && !now.equals(word)) {
        all.addAll(List.of(now.strip().split("\\s+")));
      } else {
        all.add(now);
      }
    }
    all.removeIf(w -> w.isEmpty() && words.size() > 1 && !words.contains(""));
    return all;
  }

  private String known(String word) {
    if (word.indexOf('$') < 0) {
      return word;
    }
    String summed =
        SUM.matcher(word)
            .replaceAll(
                m -> {
                  String value = variables.getOrDefault(m.group(1), "");
                  int by = Integer.parseInt(m.group(3));
                  return value.matches("[0-9]{1,6}")
                      ? String.valueOf(
                          Integer.parseInt(value) + (m.group(2).equals("+") ? by : -by))
                      : Matcher.quoteReplacement(m.group());
                });
    return VARIABLE
        .matcher(summed)
        .replaceAll(
            m -> {
              String name = m.group(1) == null ? m.group(2) : m.group(1);
              return Matcher.quoteReplacement(variables.getOrDefault(name, m.group()));
            });
  }

  /** The words, each of them one, with what systemctl says where they ask it. */
  void substituted(RunningProcess self, List<String> words, Caller caller, Continuation then) {
    step(self, words, new ArrayList<>(), 0, caller, then);
  }

  private void step(
      RunningProcess self,
      List<String> words,
      List<String> done,
      int code,
      Caller caller,
      Continuation then) {
    while (done.size() < words.size()) {
      String word = words.get(done.size());
      Matcher command = COMMAND.matcher(word);
      Optional<Asked> asked = command.find() ? Asked.in(command.group(1)) : Optional.empty();
      if (asked.isPresent()) {
        Printed printed = Printed.on(self.machine());
        printed.take(self.spec().owner());
        caller.call(
            self,
            known(asked.get().argv()),
            ended -> {
              Optional<String> text = printed.take(self.spec().owner()).map(asked.get()::filtered);
              done.add(
                  text.map(
                          t ->
                              word.substring(0, command.start())
                                  + t
                                  + word.substring(command.end()))
                      .orElse(word));
              step(self, words, done, ended, caller, then);
            });
        return;
      }
      done.add(known(word));
    }
    then.accept(done, code);
  }

  /**
   * A question for systemctl.
   *
   * @param valueOnly whether a filter behind it takes away what is before the equals sign
   */
  private record Asked(List<String> argv, boolean valueOnly) {
    static Optional<Asked> in(String command) {
      ShellScript script = ShellParser.parse(command);
      while (script instanceof Sequence s && s.parts().size() == 1) {
        script = s.parts().getFirst();
      }
      if (script instanceof Simple simple) {
        return of(simple, false);
      }
      boolean piped =
          script instanceof Sequence s
              && s.parts().size() == 2
              && s.parts().getLast() instanceof Simple filter
              && !filter.words().isEmpty()
              && List.of("cut", "sed", "awk").contains(filter.words().getFirst())
              && filter.words().stream().anyMatch(w -> w.contains("="));
      return piped && script instanceof Sequence s && s.parts().getFirst() instanceof Simple simple
          ? of(simple, true)
          : Optional.empty();
    }

    private static Optional<Asked> of(Simple simple, boolean valueOnly) {
      List<String> words = simple.words();
      int at = !words.isEmpty() && words.getFirst().equals("sudo") ? 1 : 0;
      boolean asks = words.size() > at + 1 && words.get(at).matches("(.*/)?systemctl");
      return asks
          ? Optional.of(new Asked(words.subList(at, words.size()), valueOnly))
          : Optional.empty();
    }

    String filtered(String text) {
      return valueOnly ? text.replaceAll("(?m)^[^=\n]*=", "") : text;
    }
  }
}
