package dev.dryboot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is given: a finding with a place, exit code 1, nothing written, no stack trace. */
class BadInputTest {
  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void marksTheRoot() throws IOException {
    Files.createDirectories(folder.resolve("project"));
    Files.createFile(folder.resolve("project/dryboot.root"));
  }

  private Path project() {
    return folder.resolve("project");
  }

  private void write(String name, String text) throws IOException {
    Path file = project().resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }

  /** Runs all commands that read {@code name}; returns what the first one says. */
  private String complaint(String name, String code, String place) throws IOException {
    List<Path> before = files();
    CommandRun check = CommandRun.of(project(), "check", name);
    for (CommandRun run : List.of(check, CommandRun.of(project(), "compile", name, "-o", "out"))) {
      assertThat(run.code()).describedAs(run.all()).isEqualTo(ExitCode.MISTAKES);
      assertThat(run.all()).doesNotContain("Exception", "\tat ", "internal error");
    }
    assertThat(check.out()).contains("[" + code, "──▶ " + place);
    assertThat(files()).isEqualTo(before);
    return check.out();
  }

  private static String host(String body) {
    return "host web {\n  targets fedora-coreos\n" + body + "\n}\n";
  }

  @Test
  void tellsATextThatIsNotClosed() throws IOException {
    write("a.boot", host("  hostname \"web"));
    complaint("a.boot", "DB002", "a.boot:3:12");
  }

  @Test
  void tellsAnUnknownWord() throws IOException {
    write("a.boot", host("  contaner db { image \"x\" }"));
    assertThat(complaint("a.boot", "DB019", "a.boot:3:3")).contains("did you mean `container`?");
  }

  @Test
  void tellsAWrongUnit() throws IOException {
    write("a.boot", host("  disk d { device \"/dev/vdb\" partition p { size 20GB } }"));
    complaint("a.boot", "DB023", "a.boot:3:");
  }

  @Test
  void tellsAMissingImport() throws IOException {
    write("a.boot", "import \"base.boot\"\n" + host(""));
    complaint("a.boot", "DB014", "a.boot:1:8");
  }

  @Test
  void tellsACircleOfImports() throws IOException {
    write("a.boot", "import \"b.boot\"\n" + host(""));
    write("b.boot", "import \"a.boot\"\n");
    complaint("a.boot", "DB016", "b.boot:1:8");
  }

  @Test
  void tellsAReferenceToNothing() throws IOException {
    write(
        "a.boot",
        host(
            "  container web { image \"nginx\"  after databse }\n  container database { image \"x\" }"));
    assertThat(complaint("a.boot", "DB018", "a.boot:3:")).contains("database");
  }

  @Test
  void tellsTwoHostsOfOneName() throws IOException {
    write("a.boot", host("") + host(""));
    complaint("a.boot", "DB017", "a.boot:5:6");
  }

  @Test
  void tellsAFileOutsideTheRoot() throws IOException {
    Files.writeString(folder.resolve("secret"), "x");
    write("a.boot", host("  file \"/etc/x\" { contents from \"../secret\" }"));
    assertThat(complaint("a.boot", "DB108", "a.boot:3:")).contains("outside the project");
  }

  @Test
  void tellsALinkThatLeadsOutOfTheRoot() throws IOException {
    Files.writeString(folder.resolve("secret"), "x");
    Files.createSymbolicLink(project().resolve("inside"), folder.resolve("secret"));
    write("a.boot", host("  file \"/etc/x\" { contents from \"inside\" }"));
    assertThat(complaint("a.boot", "DB108", "a.boot:3:")).contains("outside the project");
  }

  @Test
  void tellsAnImportFromOutsideTheRoot() throws IOException {
    Files.writeString(folder.resolve("base.boot"), "");
    write("a.boot", "import \"../base.boot\"\n" + host(""));
    complaint("a.boot", "DB015", "a.boot:1:8");
  }

  @Test
  void tellsAFileOfFiftyMegabytes() throws IOException {
    for (String name : List.of("a.boot", "a.ign", "a.yaml")) {
      try (var file = new RandomAccessFile(project().resolve(name).toFile(), "rw")) {
        file.setLength(50L << 20);
      }
      complaint(name, "IO002", name);
    }
  }

  @Test
  void tellsAFileOfFiveMegabytes() throws IOException {
    write("a.boot", "# " + "x".repeat(5 << 20));
    complaint("a.boot", "DB012", "a.boot");
  }

  @Test
  void tellsBytesThatAreNotUtf8() throws IOException {
    byte[] bytes = host("  hostname \"w\u00e9b\"").getBytes(StandardCharsets.ISO_8859_1);
    Files.write(project().resolve("a.boot"), bytes);
    complaint("a.boot", "DB011", "a.boot:3:14");
  }

  @Test
  void tellsAFileThatIsNotThere() throws IOException {
    complaint("nothing.boot", "IO001", "nothing.boot:1:1");
  }

  @Test
  void tellsAFileThatIsNothingItKnows() throws IOException {
    write("a.txt", "Dear Sir or Madam\n");
    complaint("a.txt", "IO005", "a.txt:1:1");
  }

  @Test
  void tellsTruncatedJson() throws IOException {
    write("a.ign", "{ \"ignition\": { \"version\": \"3.4.0\" }, \"storage\": { \"files\": [");
    complaint("a.ign", "IG001", "a.ign:1:");
  }

  @Test
  void tellsAnIgnitionVersionFromTheFuture() throws IOException {
    write("a.ign", "{ \"ignition\": { \"version\": \"9.9.0\" } }");
    complaint("a.ign", "IG004", "a.ign:1:");
  }

  @Test
  void survivesDeepNesting() throws IOException {
    write("a.boot", "host web {" + " x {".repeat(100_000));
    CommandRun run = CommandRun.of(project(), "check", "a.boot");
    assertThat(run.code()).isEqualTo(ExitCode.MISTAKES);
    assertThat(run.out()).contains("a.boot:");
    write("a.ign", "{\"a\":".repeat(100_000));
    complaint("a.ign", "IG", "a.ign");
  }
}
