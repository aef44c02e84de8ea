package dev.dryboot.foreign.exec;

import dev.dryboot.foreign.value.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What only a shell understands, in a command that systemd runs without one: systemd.service(5),
 * "Command lines".
 */
public final class ShellSigns {
  /** Programs that take plain names of files, and so need a shell to fill in a pattern. */
  private static final Pattern OUT = Pattern.compile("[0-9]?>{1,2}(&[0-9]|/.*)?|&>{1,2}(/.*)?");

  private static final Pattern IN = Pattern.compile("<{1,2}(/.*)?");
  private static final Set<String> JOINS = Set.of("|", "||", "&&");
  private static final Pattern SUBSTITUTION =
      Pattern.compile("(?s)(.*[^$\\\\])?\\$\\(.*|(.*[^\\\\])?`.*`.*");
  private static final Pattern GLOB = Pattern.compile("[/.][^\"']*[*?][^\"']*");

  private static final Set<String> TAKE_FILES =
      Set.of(
          "cat",
          "chgrp",
          "chmod",
          "chown",
          "cp",
          "du",
          "gzip",
          "head",
          "install",
          "ln",
          "ls",
          "mkdir",
          "mv",
          "rm",
          "sha256sum",
          "tail",
          "tar",
          "touch",
          "wc",
          "zip");

  private ShellSigns() {}

  /**
   * A sign of the shell.
   *
   * @param from where it begins in the value
   * @param to where it ends
   * @param sign the sign
   * @param meant what a shell would do there
   */
  public record Sign(int from, int to, String sign, String meant) {
    /** What is wrong, in a sentence. */
    public String message() {
      return "`%s` means nothing here: systemd runs the command without a shell".formatted(sign);
    }

    /** Why that matters. */
    public String why() {
      return "The program is given it as one more argument, and does not %s.".formatted(meant);
    }

    /** What to write for {@code value}. */
    public String help(String value) {
      String command = value.replaceFirst("^[-@:+!|]*", "");
      return command.contains("'") || command.contains("%") || command.contains("$$")
          ? "put the commands into a script, and start that"
          : "write `/bin/sh -c '%s'`%s"
              .formatted(
                  command,
                  meant.startsWith("write") ? ", or StandardOutput=file:… for its output" : "");
    }
  }

  /** The first sign of a shell in a value of {@code ExecStart=} and its kin. */
  public static Optional<Sign> first(String value) {
    List<Words.Word> words = Words.split(value, Words.Style.COMMAND).words();
    String program = "";
    boolean script = false;
    for (int i = 0; i < words.size(); i++) {
      Words.Word word = words.get(i);
      String raw = value.substring(word.from(), word.to());
      if (i == 0) {
        program = raw.replaceFirst("^[-@:+!|]*", "").replaceFirst(".*/", "");
        continue;
      }
      Optional<String> meant =
          raw.startsWith("'")
              ? Optional.empty()
              : meant(raw, program, i == words.size() - 1, script);
      if (meant.isPresent()) {
        return Optional.of(new Sign(word.from(), word.to(), raw, meant.get()));
      }
      script = raw.matches("-[a-z]*[ce]");
    }
    return Optional.empty();
  }

  private static Optional<String> meant(String raw, String program, boolean last, boolean script) {
    if (OUT.matcher(raw).matches()) {
      return Optional.of("write its output there");
    }
    if (IN.matcher(raw).matches()) {
      return Optional.of("read from there");
    }
    if (JOINS.contains(raw) || (raw.equals("&") && last)) {
      return Optional.of("start the other command");
    }
    if (!script && SUBSTITUTION.matcher(raw).matches()) {
      return Optional.of("get the other command's output");
    }
    boolean pattern = TAKE_FILES.contains(program) && GLOB.matcher(raw).matches();
    return pattern
        ? Optional.of("find the files that match")
        : raw.startsWith("~/") ? Optional.of("find the home directory") : Optional.empty();
  }
}
