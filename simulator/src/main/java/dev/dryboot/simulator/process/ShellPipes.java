package dev.dryboot.simulator.process;

import dev.dryboot.simulator.machine.Printed;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.process.ShellScript.Sequence;
import dev.dryboot.simulator.process.ShellScript.Simple;
import dev.dryboot.simulator.process.ShellScript.Sought;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What {@code left | right} comes to. */
final class ShellPipes {
  private ShellPipes() {}

  static ShellScript of(ShellScript left, ShellScript right) {
    return sought(left, right).orElseGet(() -> new Sequence(List.of(left, piped(left, right))));
  }

  /** A command of which it is known what it prints, and grep that looks for something in it. */
  private static Optional<ShellScript> sought(ShellScript left, ShellScript right) {
    if (!(left instanceof Simple asked) || !(right instanceof Simple filter)) {
      return Optional.empty();
    }
    boolean known = asked.words().contains("inspect") || asked.words().contains("systemctl");
    if (!known || filter.words().isEmpty() || !filter.words().getFirst().matches("[ef]?grep")) {
      return Optional.empty();
    }
    List<String> words = filter.words().subList(1, filter.words().size());
    List<String> patterns = words.stream().filter(w -> !w.startsWith("-")).toList();
    String flags =
        filter.words().getFirst().replace("grep", "").replace("f", "F")
            + String.join("", words.stream().filter(w -> w.startsWith("-")).toList());
    return patterns.size() == 1 && flags.matches("[-qxEFwise]*")
        ? pattern(patterns.getFirst(), flags).map(p -> new Sought(asked, p, flags.contains("x")))
        : Optional.empty();
  }

  /** Empty where it is one that only grep understands. */
  private static Optional<Pattern> pattern(String text, String flags) {
    String pattern =
        flags.contains("F") ? Pattern.quote(text) : flags.contains("E") ? text : extended(text);
    try {
      return Optional.of(
          Pattern.compile(
              flags.contains("w") ? "\\b(?:" + pattern + ")\\b" : pattern,
              flags.contains("i") ? Pattern.CASE_INSENSITIVE : 0));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * A basic expression, in which brackets and their like mean something behind a backslash only.
   */
  private static String extended(String basic) {
    return Pattern.compile("\\\\?[(){}+?|]")
        .matcher(basic)
        .replaceAll(
            m ->
                Matcher.quoteReplacement(
                    m.group().length() == 1 ? "\\" + m.group() : m.group().substring(1)));
  }

  /**
   * Whether a command has printed what is sought. Where it is not known what it prints, it prints
   * that, unless it fails.
   */
  static boolean found(RunningProcess self, Sought sought, int code) {
    return Printed.on(self.machine())
        .take(self.spec().owner())
        .map(
            text ->
                text.lines()
                    .map(sought.pattern()::matcher)
                    .anyMatch(m -> sought.whole() ? m.matches() : m.find()))
        .orElse(code == 0);
  }

  /** A shell that reads its script from what is before it in the pipe. */
  private static ShellScript piped(ShellScript left, ShellScript right) {
    if (left instanceof Simple source && right instanceof Simple shell) {
      List<String> words =
          shell.words().stream().filter(w -> !w.matches("sudo|-[A-Za-z]*")).toList();
      boolean reads = words.size() == 1 && words.getFirst().matches("(/usr)?(/bin/)?(ba|da)?sh");
      if (reads && FetchedScripts.of(source.words()).isPresent()) {
        List<String> script = List.of("sh", "-c", FetchedScripts.of(source.words()).get());
        return new Simple(shell.assignments(), script, shell.writes(), shell.background());
      }
    }
    return right;
  }
}
