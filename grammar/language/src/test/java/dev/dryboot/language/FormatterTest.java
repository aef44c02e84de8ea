package dev.dryboot.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FormatterTest {
  static String constructs() {
    try (InputStream in = FormatterTest.class.getResourceAsStream("all-constructs.boot")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String format(String text) {
    return Findings.LANGUAGE.format(SourceText.of("test.boot", text));
  }

  @Test
  void a_file_in_its_form_stays_as_it_is() {
    assertThat(format(constructs())).isEqualTo(constructs());
  }

  @Test
  void settings_stand_on_a_line_each_and_their_values_are_aligned() {
    assertThat(format("host a{hostname \"x\" timezone\n\"UTC\"\nuser b{uid 5}}"))
        .isEqualTo(
            """
            host a {
              hostname "x"
              timezone "UTC"
              user b { uid 5 }
            }
            """);
  }

  @Test
  void blocks_that_stand_on_a_line_each_have_columns() {
    assertThat(
            format(
                "host a {\n disk d {\n partition one { size 5GiB number 1 }\n"
                    + " partition fifteen { size 15GiB number 2 } } }"))
        .isEqualTo(
            """
            host a {
              disk d {
                partition one     { size 5GiB   number 1 }
                partition fifteen { size 15GiB  number 2 }
              }
            }
            """);
  }

  @Test
  void comments_survive_wherever_they_stand() {
    assertThat(
            format(
                "# top\nhost a { # behind the brace\n  hostname \"x\" # behind\n  dns 1.1.1.1, # in\n"
                    + " 2.2.2.2\n # last\n}\n# end"))
        .isEqualTo(
            """
            # top
            host a {
              # behind the brace
              hostname "x"  # behind
              # in
              dns 1.1.1.1, 2.2.2.2
              # last
            }
            # end
            """);
  }

  @Test
  void text_blocks_move_with_their_setting() {
    assertThat(format("host a {\nraw x '''\none\n  two\n\n'''\n}"))
        .isEqualTo(
            """
            host a {
              raw x '''
                one
                  two

                '''
            }
            """);
  }

  @Test
  void a_file_with_a_mistake_comes_back_as_it_is() {
    assertThat(format("host a { hostname }")).isEqualTo("host a { hostname }");
  }

  /** Any change of blanks between tokens is undone, and what the file says stays the same. */
  @Property(tries = 60, seed = "20261123")
  void what_is_printed_parses_to_the_same_and_is_printed_the_same(@ForAll long seed) {
    String spaced = respaced(constructs(), new Random(seed));
    String printed = format(spaced);
    assertThat(Printed.of(printed)).as("seed %d", seed).isEqualTo(Printed.of(constructs()));
    assertThat(format(printed)).as("seed %d", seed).isEqualTo(printed);
  }

  /** Line breaks between lines become other blanks, outside of text blocks and after no comment. */
  private static String respaced(String text, Random random) {
    StringBuilder out = new StringBuilder();
    boolean block = false;
    for (String line : text.split("\n")) {
      boolean quotes = line.contains("\"\"\"") || line.contains("'''");
      String shown = block && !quotes || quotes && block ? line : line.strip();
      block ^= quotes;
      boolean keep = block || quotes || line.contains("#");
      out.append(shown)
          .append(
              keep
                  ? "\n"
                  : switch (random.nextInt(4)) {
                    case 0 -> " ";
                    case 1 -> "\n\n";
                    case 2 -> "\n\t ";
                    default -> "\n";
                  });
    }
    return out.toString();
  }
}
