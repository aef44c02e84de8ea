package dev.dryboot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
  private static final String UNITS =
      "{\"default.target\": \"[Unit]\\nWants=a.service\\n\","
          + " \"a.service\": \"[Unit]\\nDefaultDependencies=no\\n[Service]\\nType=oneshot\\n"
          + "ExecStart=/usr/bin/b exit=%d\\n\"}";

  @TempDir private Path folder = Path.of("");

  /** Two cases of 252, of which one says that a service succeeded that exits with 1. */
  @BeforeEach
  void write() throws IOException {
    write("good", 0, "inactive/dead/success/0", 252);
    write("bad", 1, "inactive/dead/success/0", 252);
  }

  private void write(String name, int exit, String state, int version) throws IOException {
    Files.createDirectories(folder.resolve("cases"));
    Files.writeString(
        folder.resolve("cases/" + name + ".json"),
        ("{\"name\": \"%s\", \"default\": \"default.target\", \"observe\": [\"a.service\"],"
                + " \"actions\": [], \"units\": %s, \"observed\": {\"%d\": {\"outcomes\": [[{"
                + "\"jobs\": [\"a.service/start=done\", \"default.target/start=done\"],"
                + " \"states\": {\"a.service\": \"%s\"}, \"rc\": null, \"deleted\": []}]]}}}")
            .formatted(name, UNITS.formatted(exit), version, state));
  }

  @Test
  void judges_each_case_by_the_newest_release_it_was_recorded_on() {
    CommandRun run = CommandRun.of(folder, "replay", "cases", "--format", "json");

    assertThat(run.code()).describedAs(run.all()).isEqualTo(ExitCode.BOOT_FAILS);
    assertThat(run.out())
        .startsWith(
            "{\"cases\": 2, \"agree\": 1, \"jobs\": 1, \"states\": 1, \"deleted\": 2,"
                + " \"disagreeing\": [\"bad\"], \"crashed\": []")
        .contains("\"outcomes\": {\"observed\": 2, \"predicted\": 2, \"found\": 1}")
        .contains("\"systemd\": {\"252\": 2}");
  }

  @Test
  void says_how_a_case_differs_and_in_words_how_many_agree() {
    CommandRun run = CommandRun.of(folder, "replay", "cases");

    assertThat(run.out())
        .contains("differs bad: phase 0: jobs +[a.service/start=failed] -[a.service/start=done]")
        .contains("1 of 2 cases agree with systemd 252")
        .contains("1 of the observed ones are among the predicted");
  }

  @Test
  void is_fine_when_all_agree() {
    assertThat(CommandRun.of(folder, "replay", "cases/good.json").code()).isZero();
  }

  @Test
  void does_not_call_a_comparison_of_nothing_good() {
    CommandRun run = CommandRun.of(folder, "replay", "cases", "--systemd", "257");

    assertThat(run.code()).isEqualTo(ExitCode.MISTAKES);
    assertThat(run.all()).contains("no recording here was made with systemd 257");
  }
}
