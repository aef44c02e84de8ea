package dev.dryboot.cli;

import java.io.PrintStream;

/** Says that Dryboot itself has failed, and how to tell its authors. */
final class InternalError {
  private InternalError() {}

  static int report(Console console, Throwable failure, boolean debug) {
    PrintStream err = console.err();
    err.println(
        "dryboot: internal error: Dryboot has failed at something it should be able to do.");
    err.println("  " + describe(failure));
    if (debug) {
      failure.printStackTrace(err);
    } else {
      err.println(
          "This is a mistake in Dryboot, not in your files; nothing was written. Please report it:");
      err.println(
          "run the same command with --debug, and send its output with the smallest input that"
              + " shows it, and 'dryboot --version'.");
    }
    err.flush();
    return ExitCode.INTERNAL;
  }

  private static String describe(Throwable failure) {
    String message = failure.getMessage();
    StackTraceElement[] trace = failure.getStackTrace();
    String what =
        switch (failure) {
          case StackOverflowError e -> "the input is nested deeper than the stack allows";
          case OutOfMemoryError e -> "the memory was used up";
          default ->
              failure.getClass().getSimpleName()
                  + (message == null ? "" : ": " + message.lines().findFirst().orElse(""));
        };
    return trace.length == 0 ? what : what + " (" + trace[0] + ")";
  }
}
