package dev.dryboot.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every host, tried on random ones. */
class RandomHostsTest {
  private static final int TRIES = 12 * Integer.getInteger("campaign", 1);

  @TempDir private Path folder = Path.of("");

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed + 1).limit(TRIES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfDeclarationsMeansNothing(long seed) throws IOException {
    RandomHost host = RandomHost.of(new Random(seed));
    Map<String, String> artifacts = compiled("one", host.text());
    assertThat(artifacts).isNotEmpty();
    assertThat(compiled("other", host.shuffled(new Random(-seed)).text()))
        .as(host.text())
        .isEqualTo(artifacts);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theFormattersFormIsTheSameHost(long seed) throws IOException {
    RandomHost host = RandomHost.of(new Random(seed));
    Map<String, String> artifacts = compiled("one", host.text());
    Path file = folder.resolve("one/a.boot");
    assertThat(Dryboot.run(file.getParent(), "fmt", "a.boot").code()).isZero();
    assertThat(compiled("formatted", Files.readString(file))).isEqualTo(artifacts);
    assertThat(Dryboot.run(file.getParent(), "fmt", "--check", "a.boot").code()).isZero();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSameSeedTellsTheSameBoot(long seed) throws IOException {
    Path project = project("one", RandomHost.of(new Random(seed)).text());
    Dryboot run = Dryboot.run(project, "boot", "a.boot", "--seeds", "2", "--format", "json");
    assertThat(run.code()).as(run.all()).isBetween(0, 3);
    assertThat(Dryboot.run(project, "boot", "a.boot", "--seeds", "2", "--format", "json"))
        .isEqualTo(run);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aSpoiltFileIsToldAndNoMore(long seed) throws IOException {
    Random random = new Random(seed);
    RandomHost host = RandomHost.of(random);
    Path project = project("one", Mutation.of(host.text(), random));
    told(Dryboot.run(project, "boot", "a.boot", "--seeds", "1"));
    told(Dryboot.run(project, "fmt", "a.boot"));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aSpoiltArtifactIsToldAndNoMore(long seed) throws IOException {
    Random random = new Random(seed);
    RandomHost host = RandomHost.of(random);
    String os = host.target().replaceAll(" .*", "");
    for (Map.Entry<String, String> artifact : compiled("one", host.text()).entrySet()) {
      Path file =
          folder.resolve("one").resolve("spoilt-" + Path.of(artifact.getKey()).getFileName());
      Files.writeString(file, Mutation.of(artifact.getValue(), random));
      told(Dryboot.run(file.getParent(), "boot", file.getFileName().toString(), "--os", os));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void spoiltUnitsAreToldAndNoMore(long seed) throws IOException {
    Random random = new Random(seed);
    Path units = Files.createDirectories(project("one", "").resolve("units"));
    for (Fence fence : Fence.all()) {
      if (fence.kind().equals("ini") && fence.name().matches("[a-z@-]+\\.[a-z]+")) {
        Files.writeString(units.resolve(fence.name()), Mutation.of(fence.text(), random));
      }
    }
    assertThat(units).isNotEmptyDirectory();
    told(Dryboot.run(units.getParent(), "boot", "units", "--os", "ubuntu", "--seeds", "2"));
  }

  private static void told(Dryboot run) {
    assertThat(run.code()).as(run.all()).isBetween(0, 3);
    assertThat(run.all()).doesNotContain("Exception", "\tat ");
  }

  private Path project(String name, String text) throws IOException {
    Path project = Files.createDirectories(folder.resolve(name));
    Files.writeString(project.resolve("dryboot.root"), "");
    Files.writeString(project.resolve("a.boot"), text);
    return project;
  }

  /** The artifacts that come of a file, by their paths. */
  private Map<String, String> compiled(String name, String text) throws IOException {
    Path project = project(name, text);
    Dryboot run = Dryboot.run(project, "compile", "a.boot", "-o", "out");
    assertThat(run.code()).as(text + run.all()).isIn(0, 2);
    Map<String, String> artifacts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(project.resolve("out"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        artifacts.put(project.resolve("out").relativize(file).toString(), Files.readString(file));
      }
    }
    return artifacts;
  }
}
