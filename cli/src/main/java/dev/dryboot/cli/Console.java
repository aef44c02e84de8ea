package dev.dryboot.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Where a command runs: its streams, what kind of terminal they are, and the directory that
 * relative paths begin at.
 *
 * @param outputIsTerminal whether {@code out} is a terminal that knows colours
 * @param errorIsTerminal whether {@code err} is a terminal that can redraw a line
 * @param width columns of the terminal; 0 where there is none
 */
public record Console(
    PrintStream out,
    PrintStream err,
    boolean outputIsTerminal,
    boolean errorIsTerminal,
    int width,
    Path directory) {

  /**
   * The process's own. What only a shell can tell cheaply comes from the launcher, in {@code
   * dryboot.terminal}: {@code out}, {@code err} or both, and {@code dryboot.columns}.
   */
  static Console ofProcess() {
    String terminal = System.getProperty("dryboot.terminal", "");
    boolean dumb = "dumb".equals(System.getenv("TERM"));
    boolean colours = !dumb && nullToEmpty(System.getenv("NO_COLOR")).isEmpty();
    boolean quiet = dumb || !nullToEmpty(System.getenv("CI")).isEmpty();
    return new Console(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        terminal.contains("out") && colours,
        terminal.contains("err") && !quiet,
        Integer.getInteger("dryboot.columns", 0),
        Path.of("").toAbsolutePath());
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new java.io.BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16),
        false,
        StandardCharsets.UTF_8);
  }

  private static String nullToEmpty(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }
}
