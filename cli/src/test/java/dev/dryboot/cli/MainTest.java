package dev.dryboot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void tellsItsVersion() {
    CommandRun run = CommandRun.of(folder, "--version");
    assertThat(run.code()).isZero();
    assertThat(run.out()).matches("dryboot [0-9]+\\.[0-9]+\\.[0-9]+\n");
  }

  @Test
  void suggestsTheCommandThatWasMeant() {
    CommandRun run = CommandRun.of(folder, "chek");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("there is no command 'chek'", "check", "--help");
  }

  @Test
  void suggestsTheHostAndTheTargetThatWereMeant() {
    CommandRun.of(folder, "init");
    assertThat(CommandRun.of(folder, "boot", "host.boot", "--host", "wbe").out())
        .contains("did you mean `web`?");
    assertThat(CommandRun.of(folder, "boot", "host.boot", "--target", "ubunt").out())
        .contains("did you mean `ubuntu`?");
  }

  @Test
  void needsACommand() {
    CommandRun run = CommandRun.of(folder);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("which command?");
  }

  @Test
  void saysWhatAnArgumentShouldBe() {
    for (List<String> arguments :
        List.of(
            List.of("boot"),
            List.of("boot", "host.boot", "--seeds", "0"),
            List.of("boot", "host.boot", "--seeds", "many"),
            List.of("boot", "host.boot", "--boots", "101"),
            List.of("boot", "host.boot", "--between", "sleep"),
            List.of("boot", "host.boot", "--until", "soon"),
            List.of("boot", "host.boot", "--bandwidth", "fast"),
            List.of("check", "host.boot", "--param", "a"),
            List.of("check", "host.boot", "--format", "yaml"),
            List.of("check", "host.boot", "--os"))) {
      CommandRun run = CommandRun.of(folder, arguments.toArray(String[]::new));
      assertThat(run.code()).describedAs("%s: %s", arguments, run.all()).isEqualTo(ExitCode.USAGE);
      assertThat(run.err())
          .startsWith("dryboot: ")
          .contains(arguments.size() == 1 ? "FILE" : arguments.get(2))
          .endsWith("Try 'dryboot " + arguments.getFirst() + " --help' for what it takes.\n");
    }
  }

  @Test
  void explainsEveryCommandInItsHelp() {
    for (String name : Main.commandLine(new DrybootCommand(console())).getSubcommands().keySet()) {
      CommandRun run = CommandRun.of(folder, name, "--help");
      if (!name.equals("train")) {
        assertThat(run.code()).describedAs(name).isZero();
        assertThat(run.out()).startsWith("").contains("Usage: dryboot " + name);
      }
    }
  }

  @Test
  void writesAStarterThatIsFineAndNeverOverwritesOne() throws IOException {
    assertThat(CommandRun.of(folder, "init").code()).isZero();
    CommandRun check = CommandRun.of(folder, "check", "host.boot");
    assertThat(check.code()).describedAs(check.all()).isZero();
    CommandRun form = CommandRun.of(folder, "fmt", "--check", "host.boot");
    assertThat(form.code()).describedAs(form.all()).isZero();
    Files.writeString(folder.resolve("host.boot"), "mine");
    assertThat(CommandRun.of(folder, "init").code()).isEqualTo(ExitCode.MISTAKES);
    assertThat(folder.resolve("host.boot")).hasContent("mine");
  }

  @Test
  void explainsWhatAHostComesTo() throws IOException {
    Files.writeString(
        folder.resolve("a.boot"),
        """
        profile p { defaults container { restart always } }
        host a uses p {
          targets ubuntu
          container web { image "x:1" after "db.service" }
        }
        """);
    CommandRun run = CommandRun.of(folder, "explain", "a.boot");
    assertThat(run.code()).describedAs(run.all()).isZero();
    assertThat(run.out().lines().map(line -> line.replaceAll("  +", "  ").strip()))
        .contains(
            "a on ubuntu",
            "container web / restart always  profile p, a.boot:1",
            "container web / image \"x:1\"  host a, a.boot:4",
            "After=db.service  a.boot:4")
        .anyMatch(line -> line.matches("After=.*docker.service  a.boot:4  \\S.*"));
    CommandRun json = CommandRun.of(folder, "--format", "json", "explain", "a.boot");
    assertThat(json.out()).contains("\"layer\" : \"profile p\"", "\"text\" : \"After=db.service\"");
  }

  @Test
  void explainsNoHostThatHasMistakes() throws IOException {
    Files.writeString(folder.resolve("a.boot"), "host a { targets ubuntu  hostnam \"a\" }");
    CommandRun run = CommandRun.of(folder, "explain", "a.boot");
    assertThat(run.code()).isEqualTo(ExitCode.MISTAKES);
    assertThat(run.out()).contains("DB019");
    assertThat(CommandRun.of(folder, "explain", "gone.boot").code()).isEqualTo(ExitCode.MISTAKES);
  }

  @Test
  void writesArtifactsAllOrNothing() throws IOException {
    CommandRun.of(folder, "init");
    CommandRun run = CommandRun.of(folder, "compile", "host.boot", "-o", "made");
    assertThat(run.code()).describedAs(run.all()).isZero();
    Path ignition = folder.resolve("made/web/fedora-coreos/config.ign");
    assertThat(ignition).isNotEmptyFile();
    Files.writeString(folder.resolve("made/mine"), "mine");
    Files.writeString(ignition, "old");
    assertThat(CommandRun.of(folder, "compile", "host.boot", "-o", "made").code()).isZero();
    assertThat(Files.readString(ignition)).startsWith("{");
    assertThat(folder.resolve("made/mine")).hasContent("mine");
    try (var left = Files.list(folder)) {
      assertThat(left.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("host.boot", "made");
    }
  }

  @Test
  void leavesAnArtifactThatIsThereAlready() throws IOException {
    CommandRun.of(folder, "init");
    CommandRun.of(folder, "compile", "host.boot", "-o", "made");
    Path same = folder.resolve("made/web/fedora-coreos/config.ign");
    Path other = folder.resolve("made/web/ubuntu/user-data");
    var before = java.nio.file.attribute.FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(same, before);
    Files.writeString(other, "something else");
    assertThat(CommandRun.of(folder, "compile", "host.boot", "-o", "made").code()).isZero();
    assertThat(Files.getLastModifiedTime(same)).isEqualTo(before);
    assertThat(other).content().startsWith("#cloud-config");
  }

  @Test
  void printsTheOneArtifact() {
    CommandRun.of(folder, "init");
    CommandRun run =
        CommandRun.of(folder, "compile", "host.boot", "--target", "fedora-coreos", "-o", "-");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("{").endsWith("}\n");
    assertThat(CommandRun.of(folder, "compile", "host.boot", "-o", "-").code())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aSystemChoosesAmongTheTargetsOfHosts() {
    CommandRun.of(folder, "init");
    CommandRun one = CommandRun.of(folder, "boot", "host.boot", "--os", "fedora-coreos");
    assertThat(one.code()).describedAs(one.all()).isZero();
    assertThat(one.out()).contains("on fedora-coreos").doesNotContain("on ubuntu");
    assertThat(CommandRun.of(folder, "boot", "host.boot").out()).contains("on ubuntu");
    CommandRun none = CommandRun.of(folder, "boot", "host.boot", "--os", "ubunti");
    assertThat(none.code()).isEqualTo(ExitCode.MISTAKES);
    assertThat(none.out()).contains("did you mean `ubuntu`?");
  }

  @Test
  void reportsAsJson() throws IOException {
    Files.writeString(
        folder.resolve("a.boot"), "host a {\n  targets fedora-coreos\n  hostnme \"a\"\n}\n");
    CommandRun run = CommandRun.of(folder, "check", "a.boot", "--format", "json");
    var json = new com.fasterxml.jackson.databind.ObjectMapper().readTree(run.out());
    assertThat(json.at("/version").asInt()).isEqualTo(1);
    assertThat(json.at("/findings/0/code").asText()).isEqualTo("DB019");
    assertThat(json.at("/findings/0/place/file").asText()).isEqualTo("a.boot");
    assertThat(json.at("/findings/0/place/line").asInt()).isEqualTo(3);
    assertThat(json.at("/summary/errors").asInt()).isEqualTo(1);
  }

  @Test
  void saysOfAnInternalErrorHowToReportIt() {
    CommandRun run = run("first");
    assertThat(run.code()).isEqualTo(ExitCode.INTERNAL);
    assertThat(run.err()).contains("internal error", "--debug").doesNotContain("\tat ");
  }

  @Test
  void coloursOnlyWhenAsked() {
    assertThat(CommandRun.of(folder, "explain", "SD001", "--color", "always").out())
        .contains("\u001b[1m");
    assertThat(CommandRun.of(folder, "explain", "SD001").out()).doesNotContain("\u001b");
  }

  @Test
  void printsACompletionScript() {
    assertThat(CommandRun.of(folder, "completion").out()).contains("complete", "compile");
  }

  private Console console() {
    return new Console(System.out, System.err, false, false, 0, folder);
  }

  private static CommandRun run(String message) {
    var err = new java.io.ByteArrayOutputStream();
    var stream = new java.io.PrintStream(err, true, java.nio.charset.StandardCharsets.UTF_8);
    var console = new Console(stream, stream, false, false, 0, Path.of(""));
    int code = InternalError.report(console, new IllegalStateException(message), false);
    return new CommandRun(code, "", err.toString(java.nio.charset.StandardCharsets.UTF_8));
  }
}
