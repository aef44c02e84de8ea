package dev.dryboot.examples;

import dev.dryboot.cli.Console;
import dev.dryboot.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One run of the program, as a shell would see it: its exit code and what it wrote. */
record Dryboot(int code, String out, String err) {
  /** The stack that the launcher gives the program ({@code -Xss2m}). */
  private static final long STACK = 2L << 20;

  /** Longer than anything may take, on a machine that has much else to do. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The folder of the project. */
  static final Path ROOT = Path.of(System.getProperty("dryboot.root"));

  static Dryboot run(Path directory, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console = new Console(stream(out), stream(err), false, false, 0, directory);
    int[] code = {-1};
    var thread = new Thread(null, () -> code[0] = Main.run(console, arguments), "dryboot", STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (thread.isAlive()) {
      var stuck = new AssertionError("does not end: dryboot " + String.join(" ", arguments));
      stuck.setStackTrace(thread.getStackTrace());
      throw stuck;
    }
    return new Dryboot(
        code[0], out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static Dryboot run(Path directory, List<String> arguments) {
    return run(directory, arguments.toArray(String[]::new));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }

  String all() {
    return out + err;
  }
}
