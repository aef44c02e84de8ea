package dev.dryboot.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code dryboot} without a command: the options that all commands share. */
@Command(
    name = "dryboot",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    header =
        "Describe container hosts once, compile them for each operating system, and boot the result"
            + " in a simulation.",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:fine",
      "1:mistakes were found in the input",
      "2:the command line was not understood",
      "3:a boot fails, or has conflicts",
      "70:Dryboot itself has failed"
    },
    footer = {
      "",
      "Begin with:",
      "  dryboot init            writes a small host to start from",
      "  dryboot boot FILE       says what would go wrong at boot"
    })
final class DrybootCommand implements Runnable {
  private final Console console;

  @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      scope = ScopeType.INHERIT,
      description = "Colours: auto, always or never (default: ${DEFAULT-VALUE}).")
  private ColorChoice color = ColorChoice.AUTO;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      scope = ScopeType.INHERIT,
      description = "Form of the report: text or json (default: ${DEFAULT-VALUE}).")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an internal error.")
  private boolean debug;

  DrybootCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    throw new picocli.CommandLine.ParameterException(
        java.util.Objects.requireNonNull(spec).commandLine(), "Which command?");
  }

  Console console() {
    return console;
  }

  boolean debug() {
    return debug;
  }

  /** How this run's reports are shown. */
  Output output() {
    boolean coloured =
        switch (color) {
          case AUTO -> console.outputIsTerminal();
          case ALWAYS -> true;
          case NEVER -> false;
        };
    return new Output(console, format, coloured);
  }

  /** When colours are used. */
  enum ColorChoice {
    AUTO,
    ALWAYS,
    NEVER
  }
}
