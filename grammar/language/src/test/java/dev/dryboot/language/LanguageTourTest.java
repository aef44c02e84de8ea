package dev.dryboot.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of the tour of the language. */
class LanguageTourTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```boot\n(.*?)```");

  @Test
  void every_example_of_the_tour_is_a_file_without_mistakes() throws IOException {
    List<String> examples = examples();
    assertThat(examples).hasSizeGreaterThan(5);
    for (String example : examples) {
      assertThat(Findings.loading(example)).as(example).isEmpty();
    }
  }

  private static List<String> examples() throws IOException {
    Path tour = Path.of(System.getProperty("dryboot.root")).resolve("docs/language.md");
    Matcher matcher = EXAMPLE.matcher(Files.readString(tour));
    List<String> examples = new ArrayList<>();
    while (matcher.find()) {
      examples.add(matcher.group(1));
    }
    return examples;
  }
}
