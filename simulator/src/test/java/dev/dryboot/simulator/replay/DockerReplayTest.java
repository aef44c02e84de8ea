package dev.dryboot.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.config.Json;
import dev.dryboot.simulator.container.Container;
import dev.dryboot.simulator.docker.DockerBoot;
import dev.dryboot.simulator.docker.DockerBoot.Booted;
import dev.dryboot.simulator.systemd.SystemdVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What systemd 252 and dockerd 20.10 did together is what the simulation says they do. */
class DockerReplayTest {
  /** How long the recorder took to look after a step, about. */
  private static final double LOOK = 0.8;

  /** After the last step; nothing in the recordings takes longer to settle. */
  private static final double LAST = 8;

  /** How long {@code docker ps} was waited for where the daemon did not answer. */
  private static final double TIMED_OUT = 5;

  private static final int SCHEDULES = 12;

  /**
   * Of six recordings' steps one lists three control groups of six running containers: on the
   * recorder's busy machine the others had not begun yet.
   */
  private static final int OTHER_CONTROL_GROUPS = 1;

  @Test
  void containers_have_the_control_groups_that_they_had() throws IOException {
    List<String> differences = new ArrayList<>();
    for (Path file : files()) {
      Map<String, Object> recording = map(Json.read(Files.readString(file)).orElseThrow());
      List<String> of = new ArrayList<>();
      replay(
          recording,
          0,
          (machine, step) -> {
            String text = String.valueOf(step.get("scopes"));
            long recorded = text.isBlank() ? 0 : text.strip().lines().count();
            boolean answered = !map(step.get("containers")).containsKey("_err");
            if (answered && recorded != machine.scopes()) {
              of.add(recording.get("name") + ", " + step.get("label") + ": " + recorded);
            }
          });
      differences.addAll(of);
    }
    assertThat(differences).hasSizeLessThanOrEqualTo(OTHER_CONTROL_GROUPS);
  }

  @Test
  void units_and_containers_come_out_as_they_did() throws IOException {
    List<String> differences = new ArrayList<>();
    int recordings = 0;
    int steps = 0;
    for (Path file : files()) {
      Map<String, Object> recording = map(Json.read(Files.readString(file)).orElseThrow());
      recordings++;
      steps += list(recording.get("steps")).size();
      List<String> fewest = differences(recording, 0);
      for (int seed = 1; seed <= SCHEDULES && !fewest.isEmpty(); seed++) {
        List<String> other = differences(recording, seed);
        fewest = other.size() < fewest.size() ? other : fewest;
      }
      differences.addAll(fewest);
    }
    assertThat(recordings).isPositive();
    assertThat(differences).as("of %d steps", steps).isEmpty();
  }

  private static List<Path> files() throws IOException {
    Path path = Path.of(System.getProperty("dryboot.root", ".")).resolve("../shared/oracle/docker");
    Assumptions.assumeTrue(Files.isDirectory(path), "no recordings at " + path);
    try (var list = Files.list(path)) {
      return list.filter(p -> p.toString().endsWith(".json")).sorted().toList();
    }
  }

  /** Replays all steps; one line for each that comes out otherwise. */
  private static List<String> differences(Map<String, Object> recording, int seed) {
    List<String> differences = new ArrayList<>();
    replay(
        recording,
        seed,
        (machine, step) -> {
          boolean answered = !map(step.get("containers")).containsKey("_err");
          String expected = expected(step, answered);
          String actual = actual(machine, step, answered);
          if (!expected.equals(actual)) {
            differences.add(
                recording.get("name")
                    + ", "
                    + step.get("label")
                    + ":\n  recorded  "
                    + expected
                    + "\n  simulated "
                    + actual);
          }
        });
    return differences;
  }

  /** Does all steps, and lets {@code look} when the recorder did. */
  private static void replay(
      Map<String, Object> recording, int seed, BiConsumer<Booted, Map<String, Object>> look) {
    Booted machine = boot(recording, seed);
    List<Object> steps = list(recording.get("steps"));
    long began = machine.now();
    for (int i = 0; i < steps.size(); i++) {
      Map<String, Object> step = map(steps.get(i));
      long due = began + micros(number(step.get("t")));
      machine.pass(Math.max(0, due - machine.now()));
      machine.run(String.valueOf(step.get("cmd")));
      boolean answered = !map(step.get("containers")).containsKey("_err");
      double until =
          i + 1 < steps.size()
              ? number(map(steps.get(i + 1)).get("t")) - LOOK
              : number(step.get("t")) + number(step.get("took")) + LAST;
      long when = began + micros(until - (answered ? 0 : TIMED_OUT));
      machine.pass(Math.max(100_000, when - machine.now()));
      look.accept(machine, step);
    }
  }

  private static Booted boot(Map<String, Object> recording, int seed) {
    DockerBoot boot = DockerBoot.debian().version(SystemdVersion.of(252));
    map(recording.get("units")).forEach((name, text) -> boot.unit(name, String.valueOf(text)));
    map(recording.get("extra_files"))
        .forEach(
            (path, text) -> {
              if (text instanceof List<?> link) {
                boot.link(path, String.valueOf(link.get(1)));
              } else {
                boot.file(path, String.valueOf(text));
              }
            });
    if (recording.get("daemon_json") instanceof Map<?, ?> settings) {
      StringBuilder json = new StringBuilder("{");
      settings.forEach((k, v) -> json.append('"').append(k).append("\": ").append(v).append('\n'));
      boot.file("/etc/docker/daemon.json", json.append("}").toString());
    }
    return seed == 0 ? boot.boot() : boot.shuffled(seed).boot();
  }

  private static String expected(Map<String, Object> step, boolean answered) {
    Map<String, String> all = new TreeMap<>();
    map(step.get("units"))
        .forEach(
            (name, of) -> {
              Map<String, Object> unit = map(of);
              all.put(
                  name,
                  unit.get("ActiveState")
                      + "/"
                      + unit.get("SubState")
                      + "/"
                      + unit.get("Result")
                      + "/"
                      + unit.getOrDefault("NRestarts", "-"));
            });
    if (answered) {
      map(step.get("containers"))
          .forEach(
              (name, of) -> {
                Map<String, Object> container = map(of);
                all.put(
                    "container " + name,
                    container.get("status")
                        + "/"
                        + integer(container.get("exit"))
                        + "/"
                        + container.get("restart_policy")
                        + "/"
                        + integer(container.get("restarts"))
                        + "/"
                        + (container.get("health") instanceof String health ? health : "none"));
              });
    }
    return all.toString();
  }

  private static String actual(Booted machine, Map<String, Object> step, boolean answered) {
    Map<String, String> all = new TreeMap<>();
    for (String name : new TreeSet<>(map(step.get("units")).keySet())) {
      int restarts = machine.unit(name).map(u -> u.machine().restarts()).orElse(-1);
      all.put(name, machine.state(name) + "/" + (restarts < 0 ? "-" : String.valueOf(restarts)));
    }
    if (answered) {
      for (Container container : machine.docker().containers()) {
        all.put(
            "container " + container.name(),
            container.state().name().toLowerCase(Locale.ROOT)
                + "/"
                + (container.running() ? 0 : container.exitCode())
                + "/"
                + container
                    .spec()
                    .restart()
                    .kind()
                    .name()
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '-')
                + "/"
                + container.restarts()
                + "/"
                + (container.health().isEmpty() ? "none" : container.health()));
      }
    }
    return all.toString();
  }

  private static long micros(double seconds) {
    return Math.round(seconds * 1_000_000);
  }

  private static int integer(@Nullable Object value) {
    return (int) number(value);
  }

  private static double number(@Nullable Object value) {
    return value instanceof Double d ? d : 0;
  }

  private static Map<String, Object> map(@Nullable Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> of) {
      of.forEach((k, v) -> map.put(String.valueOf(k), v));
    }
    return map;
  }

  private static List<Object> list(@Nullable Object value) {
    return value instanceof List<?> of ? new ArrayList<>(of) : List.of();
  }
}
