package dev.dryboot.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Small cases on which simulation and real program once disagreed: units, what was done, and what
 * the real program was seen to do.
 */
class KeptCasesTest {
  @TestFactory
  List<DynamicTest> come_out_as_they_did() throws IOException, URISyntaxException {
    Path folder = Path.of(Objects.requireNonNull(KeptCasesTest.class.getResource("kept")).toURI());
    try (Stream<Path> files = Files.list(folder)) {
      List<DynamicTest> tests =
          files.sorted().map(f -> DynamicTest.dynamicTest(nameOf(f), () -> check(f))).toList();
      assertThat(tests).isNotEmpty();
      return tests;
    }
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName()).replace(".json", "");
  }

  private static void check(Path file) throws IOException {
    Recording recording = RecordingReader.read(Files.readString(file)).orElseThrow();
    for (int version : recording.observed().keySet()) {
      ReplayedCase replayed = Replay.run(List.of(recording), version).cases().getFirst();
      assertThat(replayed.wholly()).as("systemd %d: %s", version, replayed.difference()).isTrue();
      assertThat(replayed.outcomes().found())
          .as("outcomes of systemd %d that are predicted", version)
          .isEqualTo(replayed.outcomes().observed());
    }
  }
}
