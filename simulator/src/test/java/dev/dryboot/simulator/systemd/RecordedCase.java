package dev.dryboot.simulator.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A case that the real program was given, and what came of it: the lines of a file of recordings
 * from {@code case NAME RELEASE…} to the next.
 */
public record RecordedCase(String name, List<Integer> releases, List<String> lines) {

  /**
   * A test for each case and each release that it was recorded on.
   *
   * @param of in whose package the file is
   * @param atLeast how many cases it must have
   */
  public static Stream<DynamicTest> tests(
      Class<?> of, String file, int atLeast, BiConsumer<RecordedCase, Integer> compare) {
    List<RecordedCase> cases = read(of, file);
    assertThat(cases).hasSizeGreaterThan(atLeast);
    return cases.stream()
        .flatMap(
            c ->
                c.releases.stream()
                    .map(
                        release ->
                            DynamicTest.dynamicTest(
                                c.name + " " + release, () -> compare.accept(c, release))));
  }

  private static List<RecordedCase> read(Class<?> of, String file) {
    List<RecordedCase> cases = new ArrayList<>();
    for (String line : lines(of, file)) {
      if (line.startsWith("case ")) {
        List<String> words = List.of(line.split(" ", -1));
        cases.add(
            new RecordedCase(
                words.get(1),
                words.stream().skip(2).map(Integer::valueOf).toList(),
                new ArrayList<>()));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        cases.getLast().lines.add(line);
      }
    }
    return cases;
  }

  /** The lines of a file beside a test. */
  static List<String> lines(Class<?> of, String file) {
    try (InputStream in = Objects.requireNonNull(of.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /**
   * What the first line that begins with {@code word} says behind it; empty where there is none.
   */
  public String first(String word) {
    return lines.stream()
        .filter(l -> l.startsWith(word + " "))
        .map(l -> l.substring(word.length() + 1))
        .findFirst()
        .orElse("");
  }
}
