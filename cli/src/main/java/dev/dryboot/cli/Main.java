package dev.dryboot.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The entry of the program. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    // Digits in artifacts and reports are the same wherever Dryboot runs.
    Locale.setDefault(Locale.ROOT);
    Console console = Console.ofProcess();
    int code = run(console, arguments);
    console.out().flush();
    console.err().flush();
    Runtime.getRuntime().halt(code);
  }

  /** Runs one command and returns its exit code. Nothing escapes: see {@link ExitCode}. */
  public static int run(Console console, String... arguments) {
    var root = new DrybootCommand(console);
    CommandLine line = commandLine(root, arguments);
    try {
      return line.execute(arguments);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return InternalError.report(console, e, root.debug());
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  /** What {@code arguments} are read with: see {@link Commands#addTo}. */
  static CommandLine commandLine(DrybootCommand root, String... arguments) {
    Console console = root.console();
    CommandLine line = new CommandLine(root.spec());
    new Commands(root).addTo(line, List.of(arguments));
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
