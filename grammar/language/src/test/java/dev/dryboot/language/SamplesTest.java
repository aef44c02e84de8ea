package dev.dryboot.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dryboot.language.syntax.BootFile;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Severity;
import dev.dryboot.source.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The language over the sample files that came with its design. */
class SamplesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("dryboot.root")).resolve("../shared/design/language");

  private final BootLanguage language = BootLanguage.create();

  @Test
  void every_sample_parses() throws IOException {
    for (SourceText sample : samples()) {
      Outcome<BootFile> outcome = language.parse(sample);
      assertThat(outcome.report().diagnostics())
          .as(sample.name())
          .allMatch(d -> d.severity() == Severity.NOTE);
      assertThat(outcome.value()).as(sample.name()).isPresent();
    }
  }

  @Test
  void every_sample_links() throws IOException {
    byte[] base = "profile base { timezone \"Etc/UTC\" }".getBytes(StandardCharsets.UTF_8);
    for (SourceText sample : samples()) {
      Outcome<List<BootProgram>> outcome =
          language.load(
              List.of(sample), (importer, path) -> new FileSource.Content("base.boot", base));
      assertThat(outcome.report().diagnostics())
          .as(sample.name())
          .allMatch(d -> d.severity() == Severity.NOTE);
    }
  }

  static List<SourceText> samples() throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "the design's samples are not here: " + FOLDER);
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".boot"))
          .sorted()
          .map(SamplesTest::read)
          .toList();
    }
  }

  private static SourceText read(Path file) {
    try {
      return SourceText.of(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
