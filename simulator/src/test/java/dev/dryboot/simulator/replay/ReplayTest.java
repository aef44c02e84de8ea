package dev.dryboot.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ReplayTest {
  /** What was reached; a change that makes these figures worse is a mistake. */
  private static final int BOOT_252 = 172;

  private static final int BOOT_257 = 172;
  private static final int TRANSACTION_252 = 150;

  private static List<Recording> recordings(String folder) throws IOException {
    Path path =
        Path.of(System.getProperty("dryboot.root", ".")).resolve("../shared/oracle/" + folder);
    Assumptions.assumeTrue(Files.isDirectory(path), "no recordings at " + path);
    List<Path> files = new ArrayList<>();
    try (var list = Files.list(path)) {
      list.filter(p -> p.toString().endsWith(".json")).sorted().forEach(files::add);
    }
    List<Recording> recordings = new ArrayList<>();
    for (Path file : files) {
      recordings.add(RecordingReader.read(Files.readString(file)).orElseThrow());
    }
    return recordings;
  }

  private static void assertAgreement(String folder, int version, int atLeast) throws IOException {
    ReplaySummary summary = Replay.run(recordings(folder), version);

    assertThat(summary.crashed()).isEmpty();
    assertThat(summary.agree())
        .as("disagreeing: %s", summary.disagreeing())
        .isGreaterThanOrEqualTo(atLeast);
  }

  @Test
  void boots_of_systemd_252_come_out_as_they_did() throws IOException {
    assertAgreement("boot", 252, BOOT_252);
  }

  @Test
  void boots_of_systemd_257_come_out_as_they_did() throws IOException {
    assertAgreement("boot", 257, BOOT_257);
  }

  @Test
  void initial_transactions_are_the_recorded_ones() throws IOException {
    assertAgreement("transaction", 252, TRANSACTION_252);
  }

  @Test
  void text_that_is_no_recording_is_passed_over() {
    assertThat(RecordingReader.read("")).isEmpty();
    assertThat(RecordingReader.read("{\"units\": [}")).isEmpty();
    assertThat(RecordingReader.read("{\"name\": \"x\"}")).isEmpty();
    assertThat(RecordingReader.read("[".repeat(10_000))).isEmpty();
  }
}
