package dev.dryboot.simulator.process;

import dev.dryboot.foreign.config.Glob;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A shell script as far as the simulator follows it: commands in sequence, lists, conditions and
 * loops. {@link ShellExpansion} says which expansions are followed.
 */
sealed interface ShellScript {
  /** A command with the assignments before it and its redirections. */
  record Simple(
      List<String> assignments, List<String> words, List<String> writes, boolean background)
      implements ShellScript {}

  /**
   * {@code command | grep -q pattern}: whether a line that the command prints has something like
   * the pattern in it, or is like it.
   */
  record Sought(Simple command, Pattern pattern, boolean whole) implements ShellScript {}

  /** Statements one after the other. */
  record Sequence(List<ShellScript> parts) implements ShellScript {}

  /** {@code left && right} or {@code left || right}. */
  record Both(ShellScript left, boolean onSuccess, ShellScript right) implements ShellScript {}

  /** {@code ! command}. */
  record Not(ShellScript inner) implements ShellScript {}

  /** {@code if}; {@code orElse} is empty where there is none. */
  record If(ShellScript condition, ShellScript then, ShellScript orElse) implements ShellScript {}

  /** {@code while} and {@code until}. */
  record Loop(ShellScript condition, boolean untilSuccess, ShellScript body)
      implements ShellScript {}

  /** {@code for}: its body runs for each of the words. */
  record For(String variable, List<String> words, ShellScript body) implements ShellScript {}

  /** {@code case}: the first branch with a pattern that is like the word. */
  record Case(String word, List<Branch> branches) implements ShellScript {
    /** The branch for a word; none where it is not known, for nobody knows which it is then. */
    ShellScript of(String known) {
      return branches.stream()
          .filter(b -> !known.contains("$"))
          .filter(b -> b.patterns().stream().anyMatch(p -> Glob.matches(p, known)))
          .map(Branch::body)
          .findFirst()
          .orElse(new Sequence(List.of()));
    }
  }

  /** One branch of {@code case}. */
  record Branch(List<String> patterns, ShellScript body) {}
}
