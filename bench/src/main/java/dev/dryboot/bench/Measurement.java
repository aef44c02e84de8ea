package dev.dryboot.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** A run of the benchmarks, and its figures as a table with ratios. */
final class Measurement {
  private Measurement() {}

  /**
   * @param arguments {@code --quick} for a short look; {@code --recording FILE} for what {@link
   *     ReplayBenchmark} replays; else patterns of benchmarks' names, all where there is none
   */
  static void run(List<String> arguments) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.MILLISECONDS)
            .jvmArgsAppend("-Xss4m", "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow")
            .verbosity(VerboseMode.NORMAL)
            .shouldFailOnError(true);
    List<String> patterns = new ArrayList<>();
    boolean replays = false;
    boolean quick = false;
    for (int i = 0; i < arguments.size(); i++) {
      switch (arguments.get(i)) {
        case "--quick" -> quick = true;
        case "--recording" -> {
          replays = true;
          options.param("recording", arguments.get(++i));
        }
        default -> patterns.add(arguments.get(i));
      }
    }
    options
        .forks(1)
        .warmupIterations(quick ? 2 : 5)
        .measurementIterations(quick ? 3 : 5)
        .warmupTime(TimeValue.seconds(2))
        .measurementTime(TimeValue.seconds(2));
    patterns.forEach(options::include);
    if (!replays) {
      options.exclude(ReplayBenchmark.class.getSimpleName());
    }
    print(new Runner(options.build()).run());
  }

  /** Each figure in milliseconds and as a multiple of the first one. */
  private static void print(Collection<RunResult> results) {
    double first = 0;
    System.out.printf("%n%-48s %12s %10s %8s%n", "benchmark", "ms", "± ms", "ratio");
    for (RunResult result : results) {
      double score = result.getPrimaryResult().getScore();
      first = first == 0 ? score : first;
      String name = result.getParams().getBenchmark().replace("dev.dryboot.bench.", "");
      String units = result.getParams().getParam("units");
      System.out.printf(
          "%-48s %12.3f %10.3f %8.2f%n",
          units == null ? name : name + " of " + units + " units",
          score,
          result.getPrimaryResult().getScoreError(),
          score / first);
    }
  }
}
