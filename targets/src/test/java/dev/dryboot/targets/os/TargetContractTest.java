package dev.dryboot.targets.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.dryboot.compiler.Compilation;
import dev.dryboot.compiler.document.Artifact;
import dev.dryboot.source.Provenance;
import dev.dryboot.source.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every target does for every example that names it. */
class TargetContractTest {
  static List<ExampleHosts.Case> cases() {
    return ExampleHosts.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void acceptsTheExample(ExampleHosts.Case example) {
    var outcome = example.compile(Optional.empty());
    assertThat(outcome.report().diagnostics())
        .filteredOn(d -> d.severity() == Severity.ERROR)
        .isEmpty();
    assertThat(outcome.value()).isPresent();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void writesTheSameBytesTwice(ExampleHosts.Case example) {
    assertThat(texts(compiled(example))).isEqualTo(texts(compiled(example)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesEveryCharacterAnOrigin(ExampleHosts.Case example) {
    for (Artifact artifact : compiled(example).artifacts()) {
      int covered = 0;
      for (Provenance.Stretch stretch : artifact.text().provenance().stretches()) {
        assertThat(stretch.start()).as("gap in %s", artifact.path()).isEqualTo(covered);
        covered = stretch.end();
      }
      assertThat(covered).isEqualTo(artifact.text().text().length());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void writesWhatIsInTheGolden(ExampleHosts.Case example) throws IOException {
    String version = example.choice().version().map(v -> "-" + v).orElse("");
    for (Artifact artifact : compiled(example).artifacts()) {
      Path golden = example.file().resolveSibling("golden" + version).resolve(artifact.path());
      if (System.getProperty("golden", "compare").equals("update")) {
        Files.createDirectories(golden.getParent());
        Files.writeString(golden, artifact.text().text());
        fail("wrote " + golden + ": read the difference, then run again without the switch");
      }
      assertThat(artifact.text().text()).isEqualTo(Files.readString(golden));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void passesTheSystemsOwnValidator(ExampleHosts.Case example, @TempDir Path folder)
      throws IOException, InterruptedException {
    Optional<String> format =
        example.target().id().equals("fedora-coreos") ? Optional.of("3.3") : Optional.empty();
    Compilation compilation = example.compile(format).value().orElseThrow();
    for (Artifact artifact : compilation.artifacts()) {
      List<String> command =
          switch (example.target().id() + " " + artifact.role()) {
            case "fedora-coreos ignition" -> List.of("ignition-validate");
            case "ubuntu user-data" -> List.of("cloud-init", "schema", "-c");
            default -> List.of();
          };
      if (!command.isEmpty()) {
        run(command, Files.writeString(folder.resolve("artifact"), artifact.text().text()));
      }
    }
  }

  private static void run(List<String> command, Path file)
      throws IOException, InterruptedException {
    Path program = Path.of("/usr/bin").resolve(command.getFirst());
    Assumptions.assumeTrue(
        Files.isExecutable(program), command.getFirst() + " is not installed here");
    List<String> words = new java.util.ArrayList<>(command);
    words.add(file.toString());
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    if (command.getFirst().equals("ignition-validate")) {
      assertThat(output).isEmpty();
    }
  }

  @Test
  void limitsHaveReasonsAndNoSubjectTwice() {
    for (Target target : Targets.known().all()) {
      assertThat(target.limits().all()).isNotEmpty();
    }
  }

  private static Compilation compiled(ExampleHosts.Case example) {
    return example.compile(Optional.empty()).value().orElseThrow();
  }

  private static List<String> texts(Compilation compilation) {
    return compilation.artifacts().stream().map(a -> a.text().text()).toList();
  }
}
