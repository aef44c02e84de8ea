package dev.dryboot.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import picocli.CommandLine.Command;

/**
 * {@code dryboot train}: does what users do, for the JVM to see which classes that takes. The
 * launcher records its ahead-of-time cache with it.
 */
@Command(name = "train", hidden = true)
final class TrainCommand implements Runnable {

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

  private static void train(Path directory) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false);
    var console = new Console(nowhere, nowhere, false, false, 100, directory);
    Main.run(console, "init", "host.boot");
    Main.run(console, "check", "host.boot");
    Main.run(console, "compile", "host.boot", "-o", "out");
    Main.run(console, "check", "host.boot", "--format", "json");
    Main.run(console, "boot", "host.boot", "--svg", "boot.svg");
    Main.run(console, "boot", "host.boot", "--format", "json");
    Main.run(console, "boot", "out/web/fedora-coreos/config.ign");
    Main.run(console, "fmt", "host.boot", "--check");
    Main.run(console, "explain", "SD001");
    Main.run(console, "--help");
  }

  private static void remove(Path directory) throws IOException {
    try (var paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
