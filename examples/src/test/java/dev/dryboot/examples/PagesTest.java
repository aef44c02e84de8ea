package dev.dryboot.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages lead to each other, and README shows what a run really shows. */
class PagesTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
  private static final String RUN = "━━ web on ubuntu";
  private static final Path README = Dryboot.ROOT.resolve("README.md");
  private static final Path PICTURE = Dryboot.ROOT.resolve("docs/boot.svg");

  @TempDir private Path folder = Path.of("");

  @Test
  void noLinkLeadsNowhere() throws IOException {
    List<String> dead = new ArrayList<>();
    int links = 0;
    for (String page : Fence.pages()) {
      Matcher link = LINK.matcher(Files.readString(Dryboot.ROOT.resolve(page)));
      while (link.find()) {
        links++;
        Path target = Dryboot.ROOT.resolve(page).resolveSibling(link.group(1)).normalize();
        if (!link.group(1).contains(":") && !Files.exists(target)) {
          dead.add(page + " -> " + link.group(1));
        }
      }
    }
    assertThat(dead).isEmpty();
    assertThat(links).isGreaterThan(100);
  }

  @Test
  void examplesAreAsTheFormatterLeavesThem() throws IOException {
    List<String> hosts;
    try (var files = Files.walk(Dryboot.ROOT.resolve("examples"), 2)) {
      hosts = files.map(Path::toString).filter(f -> f.endsWith(".boot")).sorted().toList();
    }
    assertThat(hosts).hasSizeGreaterThan(5);
    List<String> arguments = new ArrayList<>(List.of("fmt", "--check"));
    arguments.addAll(hosts);
    Dryboot run = Dryboot.run(Dryboot.ROOT, arguments);
    assertThat(run.code()).as(run.out()).isZero();
  }

  @Test
  void everyPageIsListed() throws IOException {
    String all = Files.readString(Dryboot.ROOT.resolve("docs/README.md"));
    String rules = Files.readString(Dryboot.ROOT.resolve("docs/rules/README.md"));
    for (String page : Fence.pages()) {
      if (page.startsWith("docs/rules/") && !page.endsWith("README.md")) {
        assertThat(rules).contains("(" + page.substring("docs/rules/".length()) + ")");
      } else if (page.startsWith("docs/") && !page.equals("docs/README.md")) {
        assertThat(all).contains("(" + page.substring("docs/".length()) + ")");
      }
    }
  }

  @Test
  void readmeShowsTheRunAsItIs() throws IOException {
    Dryboot run = Dryboot.run(Dryboot.ROOT, "boot", "examples/shop/shop.boot");
    assertThat(run.code()).describedAs(run.all()).isZero();
    String real = run.out().substring(run.out().indexOf(RUN)).strip() + "\n";
    String readme = Files.readString(README);
    String shown =
        Fence.of("README.md").stream()
            .map(Fence::text)
            .filter(text -> text.startsWith(RUN))
            .findFirst()
            .orElseThrow();
    update(README, readme.replace(shown, real));
    assertThat(shown).isEqualTo(real);
  }

  @Test
  void readmeShowsTheMistakeAsItIs() throws IOException {
    String shown =
        Fence.of("README.md").stream()
            .map(Fence::text)
            .filter(text -> text.startsWith("error["))
            .findFirst()
            .orElseThrow();
    Files.writeString(
        folder.resolve("web.boot"),
        "host web {\n  targets fedora-coreos\n  contaner db { image \"x\" }\n}\n");
    assertThat(Dryboot.run(folder, "check", "web.boot").out()).contains(shown);
  }

  @Test
  void thePictureIsDrawnByTheSameRun() throws IOException {
    Path drawn = folder.resolve("boot.svg");
    String target = "fedora-coreos";
    Dryboot.run(
        Dryboot.ROOT,
        List.of("boot", "examples/shop/shop.boot", "--target", target, "--svg", drawn.toString()));
    String real = Files.readString(drawn);
    String kept = Files.readString(PICTURE);
    update(PICTURE, real);
    assertThat(kept).isEqualTo(real);
  }

  private static void update(Path file, String real) throws IOException {
    if (System.getProperty("golden", "").equals("update")) {
      Files.writeString(file, real);
    }
  }
}
