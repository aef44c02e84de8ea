package dev.dryboot.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The entry of the program. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Console console = Console.ofProcess();
    int code = run(console, arguments);
    console.out().flush();
    console.err().flush();
    Runtime.getRuntime().halt(code);
  }

  /** Runs one command and returns its exit code. Nothing escapes: see {@link ExitCode}. */
  public static int run(Console console, String... arguments) {
    var root = new DrybootCommand(console);
    CommandLine line = commandLine(root);
    try {
      return line.execute(arguments);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return InternalError.report(console, e, root.debug());
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  static CommandLine commandLine(DrybootCommand root) {
    Console console = root.console();
    CommandLine line = new CommandLine(root, new Commands(console));
    line.setOut(new java.io.PrintWriter(console.out(), true));
    line.setErr(new java.io.PrintWriter(console.err(), true));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(console.outputIsTerminal() ? Ansi.ON : Ansi.OFF));
    line.setUsageHelpWidth(Math.clamp(console.width(), 80, 110));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(new UsageMistake());
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> InternalError.report(console, exception, root.debug()));
    return line;
  }
}
