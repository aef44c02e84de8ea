package dev.dryboot.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code dryboot init}: writes a host to start from. */
final class InitCommand implements Callable<Integer> {
  private final DrybootCommand dryboot;
  private final Form form =
      Form.of(
          "init",
          this,
          "Write a small host to start from.",
          "A file that is there already is left alone.");
  private final Given<String> name =
      form.parameter("FILE", "host.boot", "The file to write (default: ${DEFAULT-VALUE}).");

  InitCommand(DrybootCommand dryboot) {
    this.dryboot = dryboot;
  }

  CommandSpec spec() {
    return form.spec();
  }

  @Override
  public Integer call() throws IOException {
    Output output = dryboot.output();
    String file = name.get();
    Path path = dryboot.console().directory().resolve(file);
    try {
      Files.writeString(path, starter(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      output.err().println("dryboot: " + file + " is there already, and was left alone");
      return ExitCode.MISTAKES;
    } catch (IOException e) {
      output.err().println("dryboot: " + file + " cannot be written: " + FileProblem.of(e));
      return ExitCode.MISTAKES;
    }
    output.out().println("Wrote " + file + ". Next: dryboot boot " + file);
    return ExitCode.FINE;
  }

  /** The starter host, as the resource holds it. */
  static String starter() throws IOException {
    try (InputStream in = InitCommand.class.getResourceAsStream("starter.boot")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
