package dev.dryboot.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No source file is longer than a reader keeps in mind. */
class FileLengthTest {
  private static final int MOST_LINES = 300;

  @Test
  void noFileIsLongerThanThreeHundredLines() throws IOException {
    assertThat(tooLong(Path.of(System.getProperty("dryboot.root", ".."))))
        .as("files of more than %d lines", MOST_LINES)
        .isEmpty();
  }

  @Test
  void aFileOfOneLineMoreIsSeen(@org.junit.jupiter.api.io.TempDir Path root) throws IOException {
    Path folder = Files.createDirectories(root.resolve("compiler/src/main/java"));
    Files.writeString(folder.resolve("Right.java"), "//\n".repeat(MOST_LINES));
    Files.writeString(folder.resolve("Long.java"), "//\n".repeat(MOST_LINES + 1));
    assertThat(tooLong(root)).containsOnlyKeys("Long.java");
  }

  private static Map<String, Integer> tooLong(Path root) throws IOException {
    Map<String, Integer> tooLong = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(FileLengthTest::isWritten).toList()) {
        int lines = Files.readAllLines(file).size();
        if (lines > MOST_LINES) {
          tooLong.put(file.getFileName().toString(), lines);
        }
      }
    }
    return tooLong;
  }

  private static boolean isWritten(Path file) {
    String path = file.toString().replace('\\', '/');
    return path.endsWith(".java")
        && path.contains("/src/")
        && !path.contains("/target/")
        && !path.contains("/.dryboot/");
  }
}
