package dev.dryboot.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Runs what {@code bench/run} asks for. */
public final class Main {
  private Main() {}

  /**
   * {@code jmh [--quick] [PATTERN…]}, {@code recordings FOLDER…}, {@code growth SECONDS} or {@code
   * repeat WHAT SECONDS}.
   */
  public static void main(String[] args) throws RunnerException, IOException {
    List<String> rest = List.of(args).subList(Math.min(1, args.length), args.length);
    switch (args.length == 0 ? "jmh" : args[0]) {
      case "recordings" -> Recordings.print(rest.stream().map(Path::of).toList());
      case "growth" -> Growth.print(Long.parseLong(rest.getFirst()));
      case "repeat" -> Repetition.run(rest.getFirst(), Long.parseLong(rest.getLast()));
      case "jmh" -> Measurement.run(rest);
      default -> {
        System.err.println("bench: " + args[0] + " is none of jmh, recordings, growth, repeat");
        System.exit(2);
      }
    }
  }
}
