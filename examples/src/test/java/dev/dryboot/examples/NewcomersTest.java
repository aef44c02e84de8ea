package dev.dryboot.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.examples.HostsAndFindings.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What people who come from other tools write, and what is said to them. */
class NewcomersTest {
  private static final HostsAndFindings CHECKED = HostsAndFindings.named("newcomers.txt");

  private static final HostsAndFindings BOOTED = HostsAndFindings.named("booted.txt");

  @TempDir private Path folder = Path.of("");

  @Test
  void thereAreManyOfThem() throws IOException {
    assertThat(CHECKED.cases()).hasSizeGreaterThan(60);
    assertThat(CHECKED.cases()).allMatch(m -> !m.findings().isEmpty());
    assertThat(BOOTED.cases()).hasSizeGreaterThan(5).allMatch(m -> !m.findings().isEmpty());
  }

  @TestFactory
  Stream<DynamicTest> eachIsToldAtItsPlaceWithWhatToDo() throws IOException {
    return compared(CHECKED, this::checked);
  }

  @TestFactory
  Stream<DynamicTest> eachBootSaysWhatComesOfIt() throws IOException {
    return compared(BOOTED, this::booted);
  }

  private static Stream<DynamicTest> compared(HostsAndFindings file, HostsAndFindings.Judge judge)
      throws IOException {
    boolean update = System.getProperty("golden", "").equals("update");
    List<Case> all = file.cases();
    if (update) {
      file.update(judge);
    }
    return all.stream()
        .map(
            mistake ->
                DynamicTest.dynamicTest(
                    mistake.name(),
                    () -> {
                      assertThat(update).describedAs("rewritten: read the diff").isFalse();
                      assertThat(judge.found(mistake)).isEqualTo(mistake.findings());
                    }));
  }

  private List<String> checked(Case mistake) throws IOException {
    Dryboot run = run(mistake, "check");
    assertThat(run.code()).describedAs(run.all()).isIn(0, 1);
    return HostsAndFindings.lines(run.out());
  }

  /** The exit code, and what is said but for what is lowered. */
  private List<String> booted(Case host) throws IOException {
    Dryboot run = run(host, "boot");
    List<String> found = new ArrayList<>(List.of("exit " + run.code()));
    HostsAndFindings.lines(run.out()).stream()
        .filter(line -> !line.contains(" TG002 "))
        .forEach(found::add);
    return found;
  }

  private Dryboot run(Case host, String command) throws IOException {
    Path project = Files.createTempDirectory(folder, "case");
    Files.createFile(project.resolve("dryboot.root"));
    Input input = Input.of(host.text());
    Files.writeString(project.resolve(input.file()), host.text());
    List<String> arguments = new ArrayList<>(List.of(command, input.file(), "--format", "json"));
    if (!input.os().isEmpty()) {
      arguments.addAll(List.of("--os", input.os()));
    }
    return Dryboot.run(project, arguments.toArray(String[]::new));
  }

  /** A file of hosts, or an artifact of somebody's own with the system that it is for. */
  private record Input(String file, String os) {
    static Input of(String text) {
      if (text.startsWith("#cloud-config")) {
        boolean rancher = text.contains("\nrancher:");
        return new Input("user-data.yaml", rancher ? "rancheros" : "ubuntu 24.04");
      }
      return text.startsWith("{")
          ? new Input("config.ign", "fedora-coreos")
          : new Input("a.boot", "");
    }
  }
}
