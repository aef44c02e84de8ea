package dev.dryboot.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/** {@code dryboot completion}: prints a completion script. */
final class CompletionCommand implements Runnable {
  private final DrybootCommand dryboot;
  private final Form form =
      Form.of(
          "completion",
          this,
          "Print a completion script for bash and zsh.",
          "Use it with: source <(dryboot completion)");

  CompletionCommand(DrybootCommand dryboot) {
    this.dryboot = dryboot;
  }

  CommandSpec spec() {
    return form.spec();
  }

  @Override
  public void run() {
    dryboot.console().out().print(AutoComplete.bash("dryboot", dryboot.spec().commandLine()));
    dryboot.console().out().println();
  }
}
