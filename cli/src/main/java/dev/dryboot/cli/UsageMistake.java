package dev.dryboot.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers to arguments that a command does not take: what is wrong, and where to read on. */
final class UsageMistake implements CommandLine.IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException mistake, String[] arguments) {
    CommandLine command = mistake.getCommandLine();
    PrintWriter err = command.getErr();
    String message = String.valueOf(mistake.getMessage());
    err.println(
        "dryboot: "
            + message.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
            + message.substring(1));
    UnmatchedArgumentException.printSuggestions(mistake, err);
    err.println(
        "Try '" + command.getCommandSpec().qualifiedName(" ") + " --help' for what it takes.");
    err.flush();
    return ExitCode.USAGE;
  }
}
