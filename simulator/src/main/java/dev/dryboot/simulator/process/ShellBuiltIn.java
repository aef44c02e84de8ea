package dev.dryboot.simulator.process;

import dev.dryboot.simulator.machine.VirtualFileSystem;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** The commands of a shell that change nothing outside it, and what they answer. */
final class ShellBuiltIn {
  private static final Set<String> SUCCEED =
      Set.of(
          ":", "true", "cd", "echo", "printf", "umask", "shift", "source", ".", "ulimit", "alias",
          "wait", "eval", "fi", "done");

  private ShellBuiltIn() {}

  /** Its exit code; empty where it is no such command. */
  static OptionalInt code(List<String> words, VirtualFileSystem files) {
    String name = words.getFirst();
    return switch (name) {
      case "false" -> OptionalInt.of(1);
      case "test", "[", "[[" -> OptionalInt.of(FileTest.holds(words, files) ? 0 : 1);
      default -> SUCCEED.contains(name) ? OptionalInt.of(0) : OptionalInt.empty();
    };
  }
}
