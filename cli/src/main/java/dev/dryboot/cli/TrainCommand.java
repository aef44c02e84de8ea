package dev.dryboot.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code dryboot train HOST…}: does with the hosts what users do, for the JVM to see which classes
 * that takes. The launcher records its ahead-of-time cache with it.
 */
final class TrainCommand implements Runnable {
  private static final String WITH_MISTAKES =
      """
      host web {
        target ubuntu "24.04"
        hostnam "web"
        service hello {
          exec "/usr/bin/true
          after nothing
      """;

  private final Form form = Form.of("train", this, "Do what users do.");
  private final Given<List<String>> hosts = form.parameters("HOST", "A .boot file.");

  CommandSpec spec() {
    CommandSpec spec = form.spec();
    spec.usageMessage().hidden(true);
    return spec;
  }

  @Override
  public void run() {
    try {
      Path directory = Files.createTempDirectory("dryboot-train");
      try {
        train(directory);
      } finally {
        remove(directory);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void train(Path directory) throws IOException {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false);
    var console = new Console(nowhere, nowhere, false, false, 100, directory);
    Main.run(console, "init", "host.boot");
    Main.run(console, "compile", "host.boot", "-o", "out");
    Main.run(console, "boot", "host.boot", "--svg", "boot.svg");
    Main.run(console, "boot", "host.boot", "--format", "json");
    Main.run(console, "boot", "out/web/fedora-coreos/config.ign");
    Main.run(console, "fmt", "host.boot", "--check");
    Main.run(console, "explain", "SD001");
    Main.run(console, "targets");
    Main.run(console, "--help");
    Main.run(console, "--version");
    for (String host : hosts.get()) {
      String file = Path.of(host).toAbsolutePath().toString();
      Main.run(console, "check", file);
      Main.run(console, "check", file, "--format", "json");
      Main.run(console, "compile", file, "-o", "hosts");
      Main.run(console, "boot", file, "--color", "always");
    }
    Files.writeString(directory.resolve("mistakes.boot"), WITH_MISTAKES);
    Main.run(console, "check", "mistakes.boot");
    Main.run(console, "check", "no-such.boot");
    Main.run(console, "chekc");
  }

  private static void remove(Path directory) throws IOException {
    try (var paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
