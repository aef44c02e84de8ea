package dev.dryboot.targets.os;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.compiler.Compilation;
import dev.dryboot.compiler.Compiler;
import dev.dryboot.compiler.Request;
import dev.dryboot.compiler.analysis.FileSource;
import dev.dryboot.compiler.analysis.Project;
import dev.dryboot.compiler.analysis.SecretSource;
import dev.dryboot.compiler.analysis.Surroundings;
import dev.dryboot.compiler.document.Artifact;
import dev.dryboot.compiler.plan.Plan;
import dev.dryboot.language.BootLanguage;
import dev.dryboot.language.syntax.BootFile;
import dev.dryboot.simulator.cloudinit.CloudConfig;
import dev.dryboot.simulator.ignition.IgnitionConfig;
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import dev.dryboot.targets.format.cloudconfig.UserDataReader;
import dev.dryboot.targets.format.ignition.IgnitionReader;
import dev.dryboot.targets.format.ranchercloudconfig.RancherConfigReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Artifacts read back: nothing is complained of, nothing is lost, and each line knows its own. */
class ArtifactsTest {
  private static final Path SHOP = ExampleHosts.FOLDER.resolve("shop/shop.boot");

  static List<ExampleHosts.Case> cases() {
    return ExampleHosts.all();
  }

  private static Compilation compiled(ExampleHosts.Case example) {
    return example.compile(Optional.empty()).value().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theProvisionersReaderComplainsOfNothing(ExampleHosts.Case example) {
    for (Artifact artifact : compiled(example).artifacts()) {
      Report report =
          switch (example.target().id() + " " + artifact.role()) {
            case "rancheros user-data" -> RancherConfigReader.read(artifact.text()).report();
            case "fedora-coreos ignition" -> IgnitionReader.read(artifact.text()).report();
            case "ubuntu user-data" -> UserDataReader.read(artifact.text()).report();
            case String other -> Report.EMPTY;
          };
      assertThat(report.diagnostics()).as(artifact.path()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyUnitIsReadBackAsItWasPlanned(ExampleHosts.Case example) {
    Compilation compilation = compiled(example);
    Map<String, SourceText> texts = unitTexts(example.target().id(), compilation);
    for (Plan.PlannedUnit unit : compilation.plan().units()) {
      unit.contents()
          .ifPresent(
              planned ->
                  assertThat(Optional.ofNullable(texts.get(unit.name())).map(SourceText::text))
                      .as(unit.name())
                      .contains(planned.text()));
    }
  }

  /** Unit files by name, as the provisioner would write them. */
  private static Map<String, SourceText> unitTexts(String target, Compilation compilation) {
    Map<String, SourceText> texts = new LinkedHashMap<>();
    SourceText artifact = compilation.artifacts().getFirst().text();
    switch (target) {
      case "fedora-coreos" -> {
        for (IgnitionConfig.Unit unit :
            IgnitionReader.read(artifact).value().orElseThrow().units()) {
          String name = unit.name().value();
          unit.contents()
              .ifPresent(c -> texts.put(name, SourceText.decoded(name, c.at(), c.value())));
        }
      }
      case "ubuntu" -> {
        for (CloudConfig.WriteFile file :
            UserDataReader.read(artifact).value().orElseThrow().config().writeFiles()) {
          String path = file.path().value();
          String name = path.substring(path.lastIndexOf('/') + 1);
          texts.put(name, SourceText.decoded(name, file.content().at(), file.content().value()));
        }
      }
      case String other -> {}
    }
    return texts;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "fedora-coreos | web.service    | Requires=db.service  | requires db",
        "fedora-coreos | web.service    | After=db.service     | after    db",
        "fedora-coreos | web.service    | 443:8443             | publish  443 -> 8443/tcp",
        "fedora-coreos | backup.service | Type=oneshot         | type       oneshot",
        "fedora-coreos | backup.timer   | Persistent=          | persistent  yes",
        "ubuntu        | web.service    | Requires=db.service  | requires db",
        "ubuntu        | web.service    | After=db.service     | after    db",
        "ubuntu        | web.service    | 443:8443             | publish  443 -> 8443/tcp",
        "ubuntu        | backup.service | Type=oneshot         | type       oneshot",
        "ubuntu        | backup.timer   | Persistent=          | persistent  yes",
      })
  void aLineOfAUnitPointsToTheLineThatAsksForIt(
      String target, String unit, String characters, String line) {
    ExampleHosts.Case shop =
        cases().stream()
            .filter(c -> c.file().equals(SHOP) && c.target().id().equals(target))
            .findFirst()
            .orElseThrow();
    SourceText text = Objects.requireNonNull(unitTexts(target, compiled(shop)).get(unit), unit);
    int at = text.text().indexOf(characters);
    assertThat(at).as(text.text()).isNotNegative();
    Span written = text.span(at, at + characters.length()).written();
    assertThat(written.source().name()).isEqualTo("shop.boot");
    assertThat(written.source().line(written.from().line()).strip()).isEqualTo(line);
  }

  @Test
  void aLineOfAFileInADataUrlPointsToTheLineThatSaysIt() {
    String host =
        "let words = \"vm.max_map_count\"\nhost h {\n  targets fedora-coreos\n"
            + "  file \"/etc/long\" {\n    contents \"\"\"\n"
            + "      first line of a file\n".repeat(40)
            + "      last ${words} line\n      \"\"\"\n  }\n}\n";
    SourceText artifact = artifact(BootLanguageFile.of(host), "fedora-coreos");
    var file = IgnitionReader.read(artifact).value().orElseThrow().storage().files().getFirst();
    var contents = file.contents().orElseThrow();
    assertThat(contents.compression().orElseThrow().value()).isEqualTo("gzip");
    String decoded = "first line of a file\n".repeat(40) + "last vm.max_map_count line\n";
    SourceText text =
        SourceText.decoded("/etc/long", contents.source().orElseThrow().at(), decoded);
    int first = text.span(0, 1).written().from().line();
    assertThat(text.span(0, 1).written().source().name()).isEqualTo("h.boot");
    int last = decoded.indexOf("vm.max");
    assertThat(text.span(last, last + 1).written().text()).isEqualTo("${words}");
    assertThat(text.span(last, last + 1).written().from().line()).isEqualTo(46);
    assertThat(first).isBetween(5, 6);
  }

  @Test
  void theOrderOfDeclarationsChangesNothing() {
    for (ExampleHosts.Case example : cases()) {
      BootFile file = BootLanguageFile.of(ExampleHosts.read(example.file()));
      String expected = compiled(example).artifacts().getFirst().text().text();
      for (int seed = 1; seed <= 5; seed++) {
        List<BootFile.Declaration> shuffled = new ArrayList<>(file.declarations());
        Collections.shuffle(shuffled, new Random(seed));
        BootFile other = new BootFile(file.source(), file.imports(), shuffled);
        Compilation again =
            compiler(other)
                .compile(Request.of(example.host(), example.choice()), example.target())
                .value()
                .orElseThrow();
        assertThat(again.artifacts().getFirst().text().text())
            .as("%s, seed %d", example, seed)
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"fedora-coreos", "ubuntu", "rancheros"})
  void whatOnlyTheMachineKnowsIsNeverWrittenAsItStands(String target) {
    String host =
        "host h {\n  targets %s\n  hostname \"a-${machine.private-ipv4}\"\n}\n".formatted(target);
    var outcome = compile(BootLanguageFile.of(host), target);
    assertThat(outcome.report().diagnostics())
        .filteredOn(d -> d.rule().code().equals("TG001"))
        .singleElement()
        .satisfies(d -> assertThat(d.span().orElseThrow().from().line()).isEqualTo(3));
  }

  @ParameterizedTest
  @CsvSource({"fedora-coreos", "ubuntu", "rancheros"})
  void aWordOfAnInterfaceThatNothingCanBeMadeOfIsSaid(String target) {
    String host =
        "host h {\n  targets %s\n  interface eth0 {\n    dhcp ipv4\n    lldp yes\n  }\n}\n"
            .formatted(target);
    var outcome = compile(BootLanguageFile.of(host), target);
    assertThat(outcome.report().diagnostics())
        .filteredOn(d -> d.severity() == dev.dryboot.source.Severity.ERROR)
        .extracting(d -> d.rule().code() + ":" + d.span().orElseThrow().from().line())
        .containsExactly("TG001:5");
  }

  @Test
  void rancherOsGetsLimitsAndLogOptionsOfAContainer() {
    String host =
        "host h {\n  targets rancheros 1.5\n  container c {\n    image \"x:1\"\n"
            + "    log-driver json-file\n    log-opt max-size = \"10m\"\n"
            + "    ulimit nofile = \"1024:2048\"\n    ulimit nproc = 64\n  }\n}\n";
    SourceText artifact = artifact(BootLanguageFile.of(host), "rancheros");
    assertThat(artifact.text()).contains("max-size: 10m", "soft: 1024", "hard: 2048", "nproc: 64");
    assertThat(RancherConfigReader.read(artifact).report().diagnostics()).isEmpty();
  }

  private static SourceText artifact(BootFile file, String target) {
    var outcome = compile(file, target);
    assertThat(outcome.value()).as(outcome.report().diagnostics().toString()).isPresent();
    return outcome.value().orElseThrow().artifacts().getFirst().text();
  }

  private static dev.dryboot.source.Outcome<Compilation> compile(BootFile file, String target) {
    Compiler compiler = compiler(file);
    return compiler.compile(
        Request.of("h", compiler.targets("h").getFirst()),
        Targets.known().find(target).orElseThrow());
  }

  private static Compiler compiler(BootFile file) {
    return new Compiler(
        new Project(List.of(file)),
        new Surroundings(FileSource.NONE, SecretSource.PLACEHOLDERS, Map.of()));
  }

  /** A file of the language from its text. */
  private static final class BootLanguageFile {
    private static final BootLanguage LANGUAGE = BootLanguage.create();

    static BootFile of(String text) {
      return of(SourceText.of("h.boot", text));
    }

    static BootFile of(SourceText text) {
      return LANGUAGE.parse(text).value().orElseThrow();
    }
  }
}
