package dev.dryboot.foreign.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A simple command in a shell command line.
 *
 * @param link what stands between the command in front of it and this one
 * @param environment variables set for it alone
 * @param words the command and its arguments; none where variables are set for the shell itself
 * @param background whether the shell goes on without waiting for it
 */
public record ShellCommand(
    Link link, Map<String, String> environment, List<ShellWord> words, boolean background) {

  /** How a command hangs on the one in front of it. */
  public enum Link {
    /** It is the first one, or follows whatever became of the one in front. */
    THEN,
    /** It runs if the one in front succeeded. */
    AND,
    /** It runs if the one in front failed. */
    OR,
    /** It reads what the one in front writes. */
    PIPE
  }

  public ShellCommand {
    environment = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    words = List.copyOf(words);
  }

  /** The texts of the words. */
  public List<String> argv() {
    return words.stream().map(ShellWord::text).toList();
  }

  ShellCommand inBackground() {
    return new ShellCommand(link, environment, words, true);
  }
}
