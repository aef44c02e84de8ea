package dev.dryboot.simulator.process;

import java.util.List;

/**
 * A shell script as far as the simulator follows it: commands in sequence, lists, conditions and
 * loops. Expansions are left as they stand.
 */
sealed interface ShellScript {
  /** A command with its redirections. */
  record Simple(List<String> words, List<String> writes, boolean background)
      implements ShellScript {}

  /**
   * {@code command | grep -q word}: whether a line that the command prints has the word in it, or
   * is the word.
   */
  record Sought(Simple command, String word, boolean whole) implements ShellScript {}

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

  /** {@code for}: its body runs as often as there are words. */
  record For(int times, ShellScript body) implements ShellScript {}
}
