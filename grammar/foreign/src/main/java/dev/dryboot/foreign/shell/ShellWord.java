package dev.dryboot.foreign.shell;

/**
 * A word of a shell command.
 *
 * @param text without quotes; expansions stand as they were written
 * @param literal whether it means its text, nothing being expanded in it
 * @param from offset in the command line
 * @param to offset behind its last character
 */
public record ShellWord(String text, boolean literal, int from, int to) {
  @Override
  public String toString() {
    return text;
  }
}
