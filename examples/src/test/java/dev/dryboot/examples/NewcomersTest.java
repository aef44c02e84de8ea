package dev.dryboot.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What people who come from other tools write, and what is said to them. */
class NewcomersTest {
  private static final Path FILE =
      Dryboot.ROOT.resolve("examples/src/test/resources/dev/dryboot/examples/newcomers.txt");

  @TempDir private Path folder = Path.of("");

  /** A file with a mistake, and the lines that tell what is found. */
  record Mistake(String name, String text, List<String> findings) {
    String written(List<String> found) {
      return "== "
          + name
          + "\n"
          + text
          + String.join("", found.stream().map(f -> "-- " + f + "\n").toList());
    }
  }

  @Test
  void thereAreManyOfThem() throws IOException {
    assertThat(mistakes()).hasSizeGreaterThan(60);
    assertThat(mistakes()).allMatch(m -> !m.findings().isEmpty());
  }

  @TestFactory
  Stream<DynamicTest> eachIsToldAtItsPlaceWithWhatToDo() throws IOException {
    boolean update = System.getProperty("golden", "").equals("update");
    List<Mistake> all = mistakes();
    if (update) {
      update(all);
    }
    return all.stream()
        .map(
            mistake ->
                DynamicTest.dynamicTest(
                    mistake.name(),
                    () -> {
                      assertThat(update).describedAs("rewritten: read the diff").isFalse();
                      assertThat(found(mistake)).isEqualTo(mistake.findings());
                    }));
  }

  private void update(List<Mistake> all) throws IOException {
    var out = new StringBuilder(head());
    for (Mistake mistake : all) {
      out.append(mistake.written(found(mistake))).append('\n');
    }
    Files.writeString(FILE, out.toString().stripTrailing() + "\n");
  }

  private List<String> found(Mistake mistake) throws IOException {
    Path project = Files.createTempDirectory(folder, "case");
    Files.createFile(project.resolve("dryboot.root"));
    Files.writeString(project.resolve("a.boot"), mistake.text());
    Dryboot run = Dryboot.run(project, "check", "a.boot", "--format", "json");
    assertThat(run.code()).describedAs(run.all()).isIn(0, 1);
    List<String> found = new ArrayList<>();
    for (JsonNode finding : new ObjectMapper().readTree(run.out()).get("findings")) {
      JsonNode place = finding.get("place");
      String help = finding.get("help").asText();
      found.add(
          "%d:%d %s %s%s"
              .formatted(
                  place.get("line").asInt(),
                  place.get("column").asInt(),
                  finding.get("code").asText(),
                  finding.get("message").asText(),
                  help.isEmpty() ? "" : " // " + help));
    }
    return found;
  }

  private static String head() throws IOException {
    return Files.readAllLines(FILE).stream()
        .takeWhile(line -> !line.startsWith("== "))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static List<Mistake> mistakes() throws IOException {
    List<Mistake> all = new ArrayList<>();
    for (String part : Files.readString(FILE).split("(?m)^== ")) {
      List<String> lines = part.stripTrailing().lines().toList();
      if (!lines.isEmpty() && !lines.getFirst().startsWith("#")) {
        List<String> text =
            lines.stream().skip(1).takeWhile(line -> !line.startsWith("-- ")).toList();
        List<String> findings =
            lines.stream()
                .filter(line -> line.startsWith("-- "))
                .map(line -> line.substring(3))
                .toList();
        all.add(new Mistake(lines.getFirst(), String.join("\n", text) + "\n", findings));
      }
    }
    return all;
  }
}
