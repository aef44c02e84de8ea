package dev.dryboot.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A command run in this process, as the shell would see it. */
public record CommandRun(int code, String out, String err) {

  /** Runs {@code dryboot arguments…} in {@code directory}. */
  public static CommandRun of(Path directory, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console =
        new Console(
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            false,
            false,
            0,
            directory);
    int code = Main.run(console, arguments);
    return new CommandRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  public String all() {
    return out + err;
  }
}
