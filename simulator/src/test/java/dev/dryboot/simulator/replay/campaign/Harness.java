package dev.dryboot.simulator.replay.campaign;

import dev.dryboot.simulator.config.Json;
import dev.dryboot.simulator.replay.Phase;
import dev.dryboot.simulator.replay.Recording;
import dev.dryboot.simulator.replay.RecordingReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs cases on the real program. The harness is a program that is called as {@code oracle.py run
 * CASE… --versions NAMES --repeat N --jobs N}, each case a folder with {@code units/} and {@code
 * case.json}, and that leaves a {@code result.json} in each.
 *
 * @param program the harness's program
 * @param roots where its root file systems are
 * @param work where cases are written
 * @param jobs how many managers run at a time
 */
record Harness(Path program, Path roots, Path work, int jobs) {
  /** The harness's names of the releases. */
  private static final Map<Integer, String> ROOTS = Map.of(252, "bookworm", 257, "trixie");

  /** The cases with what was observed; those of which nothing came are left out. */
  List<Recording> run(List<Recording> cases, List<Integer> versions, int repeat)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("python3", program.toString(), "run"));
    for (Recording one : cases) {
      Path folder = work.resolve(one.name());
      write(one, folder);
      command.add(folder.toString());
    }
    command.add("--versions");
    command.add(String.join(",", versions.stream().map(ROOTS::get).toList()));
    command.addAll(List.of("--repeat", "" + repeat, "--jobs", "" + jobs));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("ORACLE_HOME", roots.toString());
    builder.redirectOutput(work.resolve("harness.log").toFile());
    int status = builder.start().waitFor();
    if (status != 0) {
      throw new IOException("the harness ended with " + status + ", see " + work + "/harness.log");
    }
    List<Recording> recorded = new ArrayList<>();
    for (Recording one : cases) {
      Path folder = work.resolve(one.name());
      Recording result = result(one, folder.resolve("result.json"), versions);
      if (!result.observed().isEmpty()) {
        recorded.add(result);
      }
      remove(folder);
    }
    return recorded;
  }

  private static void write(Recording one, Path folder) throws IOException {
    remove(folder);
    for (Map.Entry<String, String> unit : one.units().entrySet()) {
      Path file = folder.resolve("units").resolve(unit.getKey());
      Files.createDirectories(file.getParent());
      String text = unit.getValue();
      if (text.startsWith("-> ")) {
        Files.createSymbolicLink(file, Path.of(text.substring(3).strip()));
      } else {
        Files.writeString(file, text);
      }
    }
    Files.writeString(folder.resolve("case.json"), RecordingText.forHarness(one));
  }

  private static Recording result(Recording one, Path file, List<Integer> versions)
      throws IOException {
    Map<Integer, Recording.Observed> observed = new LinkedHashMap<>();
    Object root =
        Files.exists(file) ? Json.read(Files.readString(file)).orElse(Map.of()) : Map.of();
    for (int version : versions) {
      Object of = at(at(root, "versions"), String.valueOf(ROOTS.get(version)));
      List<List<Phase>> outcomes = new ArrayList<>();
      if (at(of, "summary") instanceof List<?> summary) {
        outcomes.add(RecordingReader.outcome(summary));
      }
      if (at(of, "other_summaries") instanceof List<?> others) {
        others.forEach(other -> outcomes.add(RecordingReader.outcome(other)));
      }
      if (!outcomes.isEmpty()) {
        observed.put(version, new Recording.Observed(outcomes, List.of()));
      }
    }
    return one.withObserved(observed);
  }

  private static Object at(Object map, String key) {
    Object value = map instanceof Map<?, ?> of ? of.get(key) : null;
    return value == null ? Optional.empty() : value;
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
