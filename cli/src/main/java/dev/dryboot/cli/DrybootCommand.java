package dev.dryboot.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** {@code dryboot} without a command: the options that all commands share. */
final class DrybootCommand implements Runnable {
  private final Console console;
  private final CommandSpec spec;
  private final Given<ColorChoice> color;
  private final Given<ReportFormat> format;
  private final Given<Boolean> debug;

  DrybootCommand(Console console) {
    this.console = console;
    Form form = Form.of(this);
    color =
        form.inherited(
            "--color",
            ColorChoice.class,
            "WHEN",
            "auto",
            "Colours: auto, always or never (default: ${DEFAULT-VALUE}).");
    format =
        form.inherited(
            "--format",
            ReportFormat.class,
            "FORMAT",
            "text",
            "Form of the report: text or json (default: ${DEFAULT-VALUE}).");
    debug = form.inheritedFlag("--debug", "Show the stack trace of an internal error.");
    spec = form.spec();
    explain(spec.usageMessage());
  }

  private static void explain(UsageMessageSpec help) {
    help.sortOptions(false)
        .synopsisSubcommandLabel("COMMAND")
        .header(
            "Describe container hosts once, compile them for each operating system, and boot the"
                + " result in a simulation.")
        .optionListHeading("%nOptions:%n")
        .commandListHeading("%nCommands:%n")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(
            UsageMessageSpec.keyValuesMap(
                "0:fine",
                "1:mistakes were found in the input",
                "2:the command line was not understood",
                "3:a boot fails, or has conflicts",
                "70:Dryboot itself has failed"))
        .footer(
            "",
            "Begin with:",
            "  dryboot init            writes a small host to start from",
            "  dryboot boot FILE       says what would go wrong at boot");
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public void run() {
    throw new picocli.CommandLine.ParameterException(spec.commandLine(), "Which command?");
  }

  Console console() {
    return console;
  }

  boolean debug() {
    return debug.get();
  }

  /** How this run's reports are shown. */
  Output output() {
    boolean coloured =
        switch (color.get()) {
          case AUTO -> console.outputIsTerminal();
          case ALWAYS -> true;
          case NEVER -> false;
        };
    return new Output(console, format.get(), coloured);
  }

  /** When colours are used. */
  enum ColorChoice {
    AUTO,
    ALWAYS,
    NEVER
  }
}
