package dev.dryboot.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the pages show is what happens. */
class DocumentedExamplesTest {
  /** Kinds of fences that say something which a run can show. */
  private static final List<String> RUN =
      List.of("boot", "console", "sh", "text", "json", "yaml", "ini");

  /** Fences that are not run, by the beginning of their place, and why. */
  private static final Map<String, String> NOT_RUN = notRun();

  @TempDir private Path folder = Path.of("");

  private static Map<String, String> notRun() {
    Map<String, String> reasons = new TreeMap<>();
    reasons.put("README.md#Begin", "builds the project, or runs these tests");
    reasons.put("docs/rules/UF013-newer-directive.md#Example", "is for a systemd of no target");
    reasons.put("docs/rules/IO007-no-graphviz.md", "depends on what is installed");
    return reasons;
  }

  @Test
  void everyFenceIsOfAKindThatIsRunOrSaysWhyNot() throws IOException {
    List<String> unknown =
        Fence.all().stream()
            .filter(fence -> !RUN.contains(fence.kind()) && !isExcused(fence))
            .map(fence -> fence.place() + " " + fence.kind())
            .toList();
    assertThat(unknown).isEmpty();
    for (String excuse : NOT_RUN.keySet()) {
      assertThat(Fence.all()).describedAs(excuse).anyMatch(f -> key(f).startsWith(excuse));
    }
  }

  private static boolean isExcused(Fence fence) {
    return NOT_RUN.keySet().stream().anyMatch(key(fence)::startsWith);
  }

  private static String key(Fence fence) {
    return fence.page() + "#" + fence.heading();
  }

  @TestFactory
  Stream<DynamicTest> hostsOfPagesHaveNoMistakes() throws IOException {
    return Fence.all().stream()
        .filter(fence -> fence.kind().equals("boot") && !fence.page().startsWith("docs/rules/"))
        .map(fence -> DynamicTest.dynamicTest(fence.place(), () -> isFine(fence)));
  }

  private void isFine(Fence fence) throws IOException {
    Path project = project();
    Files.writeString(project.resolve("a.boot"), fence.text());
    Dryboot run = Dryboot.run(project, "check", "a.boot");
    assertThat(run.code()).describedAs(run.all()).isZero();
  }

  @TestFactory
  Stream<DynamicTest> commandsOfPagesAnswerAsShown() throws IOException {
    return Fence.all().stream()
        .filter(fence -> fence.kind().equals("console") && !isExcused(fence))
        .collect(Collectors.groupingBy(Fence::page, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(page -> DynamicTest.dynamicTest(page.getKey(), () -> session(page.getValue())));
  }

  private void session(List<Fence> fences) throws IOException {
    Path project = project();
    Files.writeString(project.resolve("other.ign"), "{\"ignition\": {\"version\": \"3.4.0\"}}\n");
    var session = new ConsoleSession(project.resolve("here"));
    for (Fence fence : fences) {
      session.run(fence);
    }
  }

  /** Pages of rules about what is read; those about boots are booted by the tests of cli. */
  @TestFactory
  Stream<DynamicTest> pagesOfRulesDoWhatTheySay() throws IOException {
    return Fence.all().stream()
        .filter(f -> !isExcused(f))
        .filter(f -> f.page().matches("docs/rules/(DB|TG|IG|CI|RO|UF)\\d+.*"))
        .filter(f -> List.of("Example", "Fixed", "Near miss").contains(f.heading()))
        .collect(
            Collectors.groupingBy(
                f -> f.page() + " " + f.heading(), TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(part -> DynamicTest.dynamicTest(part.getKey(), () -> rule(part.getValue())));
  }

  private void rule(List<Fence> fences) throws IOException {
    Path project = project();
    String page = fences.getFirst().page();
    String code = page.substring(page.lastIndexOf('/') + 1).substring(0, 5);
    List<String> names = new ArrayList<>();
    for (Fence fence : fences) {
      names.add(written(fence, code, project));
    }
    Dryboot run = Dryboot.run(project, command(code, names.getFirst()));
    assertThat(run.code()).describedAs(run.all()).isIn(0, 1);
    if (fences.getFirst().heading().equals("Example")) {
      assertThat(run.all()).contains("[" + code + "]");
    } else {
      assertThat(run.all()).doesNotContain("[" + code + "]");
    }
  }

  /** Puts the file of a fence into the project; returns what is to be checked then. */
  private static String written(Fence fence, String code, Path project) throws IOException {
    boolean unit = code.startsWith("UF");
    Path folder = Files.createDirectories(project.resolve(unit ? "units" : "."));
    if (fence.kind().equals("sh")) {
      ConsoleSession.shell(folder, fence.text());
    } else {
      Path file = folder.resolve(fence.name());
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, fence.text());
    }
    return unit ? "units" : fence.kind().equals("sh") ? "web.boot" : fence.name();
  }

  /** The command that finds what the rule with {@code code} is about. */
  private static List<String> command(String code, String file) {
    return switch (code) {
      case "DB106", "DB107", "DB111" -> List.of("compile", file);
      case "TG004" -> List.of("compile", "--spec", "3.2", file);
      default ->
          code.startsWith("RO")
              ? List.of("check", "--os", "rancheros", file)
              : code.startsWith("CI")
                  ? List.of("check", "--os", "ubuntu", file)
                  : List.of("check", file);
    };
  }

  private Path project() throws IOException {
    Path project = Files.createTempDirectory(folder, "page");
    Files.createFile(project.resolve("dryboot.root"));
    Files.createDirectories(project.resolve("here"));
    return project;
  }
}
