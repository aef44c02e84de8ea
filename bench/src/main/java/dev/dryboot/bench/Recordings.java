package dev.dryboot.bench;

import dev.dryboot.simulator.replay.Recording;
import dev.dryboot.simulator.replay.RecordingReader;
import dev.dryboot.simulator.replay.Replay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says how long replaying recordings takes, the slowest ones first. */
final class Recordings {
  private static final int ROUNDS = 3;
  private static final int SHOWN = 10;

  /** No case of the recordings is to take longer, in milliseconds. */
  private static final int LIMIT = 50;

  private Recordings() {}

  /** The time of one case, with all outcomes that are explored for it. */
  private record Case(String name, int version, double milliseconds) {}

  static void print(List<Path> folders) throws IOException {
    List<Recording> recordings = new ArrayList<>();
    for (Path folder : folders) {
      for (Path file : files(folder)) {
        RecordingReader.read(Files.readString(file)).ifPresent(recordings::add);
      }
    }
    // All of them once before any is timed: else the first ones are those that warm the JVM up.
    for (Recording recording : recordings) {
      recording.observed().keySet().forEach(version -> Replay.predict(recording, version));
    }
    List<Case> cases = new ArrayList<>();
    recordings.forEach(recording -> cases.addAll(timed(recording)));
    cases.sort(Comparator.comparingDouble(Case::milliseconds).reversed());
    System.out.printf(
        "%d cases, by processor time, the best of %d, warm; %d above %d ms:%n",
        cases.size(),
        ROUNDS,
        cases.stream().filter(one -> one.milliseconds() > LIMIT).count(),
        LIMIT);
    for (Case one : cases.subList(0, Math.min(SHOWN, cases.size()))) {
      System.out.printf("%8.1f ms  %s on %d%n", one.milliseconds(), one.name(), one.version());
    }
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (var list = Files.list(path)) {
      return list.filter(p -> p.toString().endsWith(".json")).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static List<Case> timed(Recording recording) {
    List<Case> cases = new ArrayList<>();
    for (int version : recording.observed().keySet()) {
      double least = Double.MAX_VALUE;
      for (int round = 0; round < ROUNDS; round++) {
        long before = cpu();
        Replay.predict(recording, version);
        least = Math.min(least, (cpu() - before) / 1e6);
      }
      cases.add(new Case(recording.name(), version, least));
    }
    return cases;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
