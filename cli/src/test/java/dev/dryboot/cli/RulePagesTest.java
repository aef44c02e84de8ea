package dev.dryboot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.conflict.ConflictRules;
import dev.dryboot.source.Rule;
import dev.dryboot.targets.format.networkconfig.NetworkConfigRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each page of a rule is complete, and its examples do what it says they do. */
class RulePagesTest {
  private static final Path PAGES = Path.of(System.getProperty("dryboot.root"), "docs/rules");
  private static final List<String> HEADINGS =
      List.of("What it says", "Why it matters at boot", "Example", "Fixed", "Near miss", "Sources");
  private static final Pattern FENCE =
      Pattern.compile("```(?:ini|json|yaml|boot) (\\S+)\n(.*?)```", Pattern.DOTALL);

  /** SM001 is about what the simulator lacks: no example of it should last. */
  private static final List<Rule> WITHOUT_EXAMPLE = List.of(ConflictRules.NOT_MODELLED);

  @TempDir private Path folder = Path.of("");

  @Test
  void everyCodeAndNameIsOneRules() {
    Set<String> seen = new LinkedHashSet<>();
    for (Rule rule : RuleCatalogue.ALL) {
      assertThat(seen.add(rule.code())).describedAs(rule.code()).isTrue();
      assertThat(seen.add(rule.name())).describedAs(rule.name()).isTrue();
    }
  }

  @Test
  void everyRuleAboutBootsHasAPage() {
    for (Rule rule : ConflictRules.ALL) {
      assertThat(PAGES.resolve(RulePages.fileName(rule))).exists();
      assertThat(RulePages.page(rule)).isPresent();
    }
  }

  @Test
  void everyPageIsOfARule() throws IOException {
    List<String> known = RuleCatalogue.ALL.stream().map(RulePages::fileName).toList();
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(p -> p.getFileName().toString()).filter(n -> !n.equals("README.md")))
          .isSubsetOf(known);
    }
  }

  @TestFactory
  Stream<DynamicTest> pagesDoWhatTheySay() {
    return Stream.concat(ConflictRules.ALL.stream(), NetworkConfigRules.ALL.stream())
        .filter(rule -> !WITHOUT_EXAMPLE.contains(rule))
        .map(rule -> DynamicTest.dynamicTest(rule.code(), () -> page(rule)));
  }

  private void page(Rule rule) throws IOException {
    String page = RulePages.page(rule).orElseThrow();
    assertThat(page).startsWith("# " + rule.code() + " " + rule.name() + "\n");
    assertThat(page.lines().filter(l -> l.startsWith("## ")).map(l -> l.substring(3)))
        .containsExactlyElementsOf(HEADINGS);
    String found = "[" + rule.code() + "]";
    assertThat(boot(rule, page, "Example")).contains(found);
    assertThat(boot(rule, page, "Fixed")).doesNotContain(found);
    assertThat(boot(rule, page, "Near miss")).doesNotContain(found);
  }

  /** What {@code dryboot boot} says of the example under {@code heading}. */
  private String boot(Rule rule, String page, String heading) throws IOException {
    int start = page.indexOf("## " + heading);
    String section = page.substring(start, page.indexOf("\n## ", start + 4));
    Matcher fence = FENCE.matcher(section);
    Path place = Files.createDirectories(folder.resolve(rule.code() + heading.charAt(0)));
    Files.createFile(place.resolve("dryboot.root"));
    List<String> names = new ArrayList<>();
    while (fence.find()) {
      boolean unit = fence.group(1).matches(".*\\.(service|socket|mount|timer|target|conf)");
      Path file = place.resolve(unit ? "units/" + fence.group(1) : fence.group(1));
      Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
      Files.writeString(file, fence.group(2));
      names.add(unit ? "units" : fence.group(1));
    }
    assertThat(names).describedAs(rule.code() + " " + heading).isNotEmpty();
    CommandRun run =
        names.getFirst().equals("units")
            ? CommandRun.of(place, "boot", "units", "--os", "fedora-coreos")
            : CommandRun.of(place, "boot", names.getFirst());
    assertThat(run.code()).describedAs(run.all()).isNotEqualTo(ExitCode.INTERNAL);
    return run.all();
  }
}
