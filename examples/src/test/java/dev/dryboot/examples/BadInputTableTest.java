package dev.dryboot.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is given, by every command that reads it, as text and as JSON: a finding with a code and
 * a place, exit code 1, and a folder of artifacts as it was.
 */
class BadInputTableTest {
  @TempDir private Path folder = Path.of("");

  @TestFactory
  Stream<DynamicTest> hosts() {
    return BadHosts.all().stream().map(this::test);
  }

  @TestFactory
  Stream<DynamicTest> artifacts() {
    return BadArtifacts.all().stream().map(this::test);
  }

  private DynamicTest test(BadInput bad) {
    return DynamicTest.dynamicTest(bad.name(), () -> run(bad));
  }

  private void run(BadInput bad) throws IOException {
    Path project = Files.createTempDirectory(folder, "case").resolve("project");
    Files.createDirectories(project.resolve("out/web/fedora-coreos"));
    Files.createFile(project.resolve("dryboot.root"));
    Files.writeString(project.resolve("out/web/fedora-coreos/config.ign"), "what was there");
    bad.make().in(project);
    Map<String, String> before = contents(project);
    for (List<String> command : bad.commands()) {
      Dryboot text = Dryboot.run(project, command);
      complains(text, bad, command);
      assertThat(text.out()).describedAs("%s", command).contains("[" + bad.code());
      assertThat(text.out()).describedAs("%s", command).contains("──▶ " + bad.place());
      List<String> asJson = new ArrayList<>(command);
      asJson.addAll(List.of("--format", "json"));
      Dryboot json = Dryboot.run(project, asJson);
      complains(json, bad, asJson);
      assertThat(places(json.out(), bad.code()))
          .describedAs("%s %s", asJson, json.out())
          .anyMatch(place -> place.startsWith(bad.place()));
    }
    assertThat(contents(project)).describedAs("nothing is written").isEqualTo(before);
  }

  private static void complains(Dryboot run, BadInput bad, List<String> command) {
    assertThat(run.code()).describedAs("%s: %s", command, run.all()).isEqualTo(1);
    assertThat(run.all())
        .describedAs("%s", command)
        .doesNotContain("Exception", "\tat ", "internal error");
    assertThat(run.err()).describedAs("%s", command).isEmpty();
    assertThat(run.out().length()).describedAs("%s", command).isLessThan(bad.mostOutput());
  }

  private static List<String> places(String json, String code) throws IOException {
    List<String> places = new ArrayList<>();
    for (JsonNode finding : new ObjectMapper().readTree(json).get("findings")) {
      if (finding.get("code").asText().startsWith(code) && finding.has("place")) {
        JsonNode place = finding.get("place");
        places.add(
            place.get("file").asText() + ":" + place.get("line") + ":" + place.get("column"));
      }
    }
    return places;
  }

  /** Every file below {@code folder}, with what it holds where it is a small one. */
  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.toList()) {
        boolean small = Files.isRegularFile(file) && Files.size(file) < 10_000;
        contents.put(file.toString(), small ? new String(Files.readAllBytes(file)) : "");
      }
    }
    return contents;
  }
}
