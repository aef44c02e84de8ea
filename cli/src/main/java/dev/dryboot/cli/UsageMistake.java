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
    err.println("dryboot: " + message(mistake));
    UnmatchedArgumentException.printSuggestions(mistake, err);
    err.println(
        "Try '" + command.getCommandSpec().qualifiedName(" ") + " --help' for what it takes.");
    err.flush();
    return ExitCode.USAGE;
  }

  private static String message(ParameterException mistake) {
    CommandLine command = mistake.getCommandLine();
    boolean noCommand =
        command.getParent() == null
            && mistake instanceof UnmatchedArgumentException unmatched
            && !unmatched.getUnmatched().getFirst().startsWith("-");
    if (noCommand) {
      return "there is no command '"
          + ((UnmatchedArgumentException) mistake).getUnmatched().getFirst()
          + "'";
    }
    String message = String.valueOf(mistake.getMessage());
    return message.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + message.substring(1);
  }
}
