package dev.dryboot.simulator.machine;

import dev.dryboot.source.SourceText;
import java.util.Optional;

/**
 * Why execve(2) refuses a file: {@code EACCES}, {@code ENOEXEC}, or {@code ENOENT} of the
 * interpreter.
 *
 * @param what of the file, such as {@code has no execute permission (mode 0644)}
 * @param help what to do
 */
public record ExecRefusal(String what, String help) {

  /** What refuses a file, links followed; empty where nothing does. */
  public static Optional<ExecRefusal> of(FileNode node) {
    return ofMode(node).or(() -> ofContent(node));
  }

  /** What its kind and its permissions refuse. A shell is refused by these, too. */
  public static Optional<ExecRefusal> ofMode(FileNode node) {
    return switch (node) {
      case FileNode.Regular file when (file.mode() & 0111) == 0 ->
          refusal("has no execute permission (mode %04o)".formatted(file.mode()), "give it 0755");
      case FileNode.Directory directory -> refusal("is a directory", "name the program in it");
      case FileNode.Regular file -> Optional.empty();
      case FileNode.SymbolicLink link -> Optional.empty();
      case FileNode.Special special -> Optional.empty();
    };
  }

  /**
   * What its first line refuses: a script without {@code #!} is one only for a shell, which then
   * reads it itself (POSIX sh, Command Search and Execution); systemd does not (execve(2),
   * ENOEXEC). What cannot be text may be of any format.
   */
  public static Optional<ExecRefusal> ofContent(FileNode node) {
    if (!(node instanceof FileNode.Regular file) || !isText(file.content())) {
      return Optional.empty();
    }
    String first = file.content().text().lines().findFirst().orElse("");
    if (!first.startsWith("#!")) {
      return refusal(
          "is a script whose first line names no interpreter",
          "begin it with #!/bin/sh, or run it as /bin/sh FILE");
    }
    int end = file.content().text().indexOf('\n');
    if (end > 0 && file.content().text().charAt(end - 1) == '\r') {
      return refusal(
          "has lines that end as on Windows: its interpreter is looked for with a carriage return"
              + " in its name",
          "write its lines without carriage returns");
    }
    return Optional.empty();
  }

  private static boolean isText(SourceText content) {
    String text = content.text();
    return !text.isBlank()
        && text.chars().limit(64).allMatch(c -> c >= ' ' && c < 0x7f || Character.isWhitespace(c));
  }

  private static Optional<ExecRefusal> refusal(String what, String help) {
    return Optional.of(new ExecRefusal(what, help));
  }
}
