package dev.dryboot.cli;

import java.util.Objects;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dryboot completion}: prints a completion script. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Print a completion script for bash and zsh.",
    description = "Use it with: source <(dryboot completion)")
final class CompletionCommand implements Runnable {
  private final Console console;

  @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    var root = Objects.requireNonNull(spec).root().commandLine();
    console.out().print(AutoComplete.bash("dryboot", root));
    console.out().println();
  }
}
