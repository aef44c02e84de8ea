package dev.dryboot.targets.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Severity;
import dev.dryboot.source.SourceText;
import dev.dryboot.targets.format.cloudconfig.UserDataReader;
import dev.dryboot.targets.format.ignition.IgnitionReader;
import dev.dryboot.targets.format.ranchercloudconfig.RancherConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("dryboot.root", ".")).resolve("../shared/corpus");

  private static List<Path> corpus(String folder, String suffix) throws IOException {
    assumeTrue(Files.isDirectory(CORPUS), "the corpus is not there");
    try (Stream<Path> files = Files.list(CORPUS.resolve(folder))) {
      return files.filter(f -> f.toString().endsWith(suffix)).sorted().toList();
    }
  }

  private static List<Diagnostic> errors(Outcome<?> outcome) {
    return outcome.report().diagnostics().stream()
        .filter(d -> d.severity() == Severity.ERROR)
        .toList();
  }

  private static Outcome<?> ignition(String json) {
    return IgnitionReader.read(SourceText.of("a.ign", json));
  }

  private static Outcome<?> cloud(String yaml) {
    return UserDataReader.read(SourceText.of("user-data", yaml));
  }

  @Test
  void documentedIgnitionConfigsHaveNoErrors() throws IOException {
    for (Path file : corpus("ignition", ".ign")) {
      assertThat(errors(ignition(Files.readString(file)))).as(file.toString()).isEmpty();
    }
  }

  @Test
  void ignitionVerdictsAreThoseOfIgnitionValidate() throws IOException {
    for (Path report : corpus("ignition-blackbox", ".report")) {
      Path file = Path.of(report.toString().replace(".report", ".ign"));
      boolean refused = Files.readString(report).contains("rc=1");
      assertThat(!errors(ignition(Files.readString(file))).isEmpty())
          .as(file.toString())
          .isEqualTo(refused);
    }
  }

  @Test
  void documentedCloudConfigsHaveNoErrors() throws IOException {
    for (Path file : corpus("cloud-init", ".yaml")) {
      assertThat(errors(cloud(Files.readString(file)))).as(file.toString()).isEmpty();
    }
  }

  @Test
  void rancherConfigsHaveNoErrors() throws IOException {
    for (Path file : corpus("rancheros", ".yml")) {
      var outcome = RancherConfigReader.read(SourceText.of("c.yml", Files.readString(file)));
      assertThat(errors(outcome)).as(file.toString()).isEmpty();
    }
  }

  @Test
  void anIgnitionVersionFromTheFutureIsNamed() {
    assertThat(errors(ignition("{\"ignition\":{\"version\":\"3.9.0\"}}")))
        .singleElement()
        .satisfies(d -> assertThat(d.message()).contains("3.9.0").contains("from the future"));
  }

  @Test
  void truncatedJsonIsAFindingAtItsEnd() {
    assertThat(errors(ignition("{\"ignition\":{\"version\":\"3.")))
        .singleElement()
        .satisfies(d -> assertThat(d.span()).isPresent());
  }

  @Test
  void aBombOfAliasesIsAFinding() {
    StringBuilder yaml = new StringBuilder("#cloud-config\na0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      yaml.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertThat(errors(cloud(yaml.toString())))
        .anySatisfy(d -> assertThat(d.message()).contains("aliases"));
  }

  @Test
  void anUnquotedModeIsToldAsTheNumberThatYamlReads() {
    assertThat(errors(cloud("#cloud-config\nwrite_files: [{path: /a, permissions: 0644}]\n")))
        .singleElement()
        .satisfies(d -> assertThat(d.message()).contains("0644").contains("420"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hostname: web~# a name | ~",
        "hostname: web~ | ~",
        "runcmd: [curl, http://x/y?z=1] | ?",
        "users: [{name: a, gecos: who?}] | ?",
      })
  void whatPyYamlDoesNotTakeIsFoundAtItsPlace(String yaml, String at) {
    assertThat(errors(cloud("#cloud-config\n" + yaml.replace('~', '\t') + "\n")))
        .singleElement()
        .satisfies(d -> assertThat(d.span().orElseThrow().text()).isEqualTo(at.replace('~', '\t')));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hostname: web #\ta name",
        "runcmd: [curl, 'http://x/y?z=1']",
        "runcmd: [\"a\tb\"]",
        "locale: who?",
        "runcmd:\n  - |\n    a\tb",
      })
  void whatPyYamlTakesIsFine(String yaml) {
    assertThat(errors(cloud("#cloud-config\n" + yaml + "\n"))).isEmpty();
  }

  @Test
  void anUnknownKeyIsPointedAtWithASuggestion() {
    assertThat(errors(cloud("#cloud-config\nruncmds: [ls]\n")))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.span().orElseThrow().text()).isEqualTo("runcmds");
              assertThat(d.help()).contains("runcmd");
            });
  }

  @Test
  void mutatedInputNeverThrows() throws IOException {
    List<String> inputs = new ArrayList<>();
    for (Path file : corpus("ignition-blackbox", ".ign")) {
      inputs.add(Files.readString(file));
    }
    for (Path file : corpus("cloud-init", ".yaml")) {
      inputs.add(Files.readString(file));
    }
    Random random = new Random(7);
    String marks = "{}[]\",:&*!|>%@`'#-\n\t\\ 0x\u0000é\ud83d";
    for (int round = 0; round < 3000; round++) {
      StringBuilder text = new StringBuilder(inputs.get(random.nextInt(inputs.size())));
      for (int i = random.nextInt(4); i >= 0 && text.length() > 1; i--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
          case 0 -> text.setLength(at);
          case 1 -> text.deleteCharAt(at);
          default -> text.insert(at, marks.charAt(random.nextInt(marks.length())));
        }
      }
      SourceText source = SourceText.of("m", text.toString());
      assertThat(IgnitionReader.read(source)).isNotNull();
      assertThat(UserDataReader.read(source)).isNotNull();
      assertThat(RancherConfigReader.read(source)).isNotNull();
    }
  }
}
