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
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code dryboot init}: writes a host to start from. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Write a small host to start from.",
    description = "A file that is there already is left alone.")
final class InitCommand implements Callable<Integer> {
  private final Console console;

  @ParentCommand private @org.jspecify.annotations.Nullable DrybootCommand parent;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = "host.boot",
      description = "The file to write (default: ${DEFAULT-VALUE}).")
  private String file = "host.boot";

  InitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Output output = Objects.requireNonNull(parent).output();
    Path path = console.directory().resolve(file);
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
