package dev.dryboot.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BadInputTest {
  private static final String[] BITS = {
    "{", "}", "\"", "'", "\"\"\"", "'''", "${", "->", "=", ",", "#", "\n", "\\", "host", "20GB",
    "é", "\u0000", "service", "-", ":", "$", "remove", "from", "import", "expect", "::", "0x",
    "\r\n"
  };

  @Test
  void bytes_that_are_not_utf_8_are_told_at_their_place() {
    byte[] bytes = "host a {\n  # \u00e9\n}".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Findings.lines(BootLanguage.decode("test.boot", bytes).report()))
        .containsExactly("2:5 DB011 the file is not UTF-8: the byte 0xe9 here begins no character");
  }

  @Test
  void a_byte_order_mark_is_passed_over() {
    byte[] bytes = "\ufeffhost a { }".getBytes(StandardCharsets.UTF_8);
    assertThat(BootLanguage.decode("x", bytes).value().orElseThrow().text()).startsWith("host");
  }

  @Test
  void a_file_of_fifty_megabytes_is_refused() {
    assertThat(BootLanguage.decode("big.boot", new byte[50 << 20]).report().diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(LanguageRules.TOO_LARGE);
  }

  @Test
  void braces_nested_a_hundred_thousand_deep_are_one_finding() {
    assertThat(Findings.parsing("host a " + "{ x ".repeat(100_000)))
        .containsExactly("1:136 DB013 braces are nested more than 32 deep here");
  }

  @Test
  void a_list_of_a_hundred_thousand_items_is_read() {
    String text = "host a { packages x" + ", x".repeat(100_000) + " }";
    assertThat(Findings.parsing(text)).isEmpty();
  }

  @Test
  void thousands_of_mistakes_in_a_large_file_end_soon() {
    String text = "host a {\n" + "  hostname \"x\n  image nginx:1 ;\n".repeat(20_000);
    long start = System.nanoTime();
    assertThat(Findings.parsing(text)).isNotEmpty();
    assertThat(System.nanoTime() - start).isLessThan(60_000_000_000L);
  }

  @Property(tries = 300, seed = "20261123")
  void any_mutation_of_a_file_is_read_without_an_exception(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(FormatterTest.constructs());
    for (int i = random.nextInt(6); i >= 0; i--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, BITS[random.nextInt(BITS.length)]);
        case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(30)));
        default -> text.setLength(Math.max(1, at));
      }
    }
    reads(text.toString());
  }

  @Property(tries = 300, seed = "20261123")
  void any_text_is_read_without_an_exception(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(40); i >= 0; i--) {
      text.append(BITS[random.nextInt(BITS.length)]).append(random.nextBoolean() ? " " : "");
    }
    reads(text.toString());
  }

  private static void reads(String text) {
    SourceText source = SourceText.of("test.boot", text);
    var outcome =
        Findings.LANGUAGE.load(java.util.List.of(source), new MapFiles(java.util.Map.of()));
    assertThat(outcome.value().isPresent() || outcome.report().hasErrors()).isTrue();
    assertThat(Findings.LANGUAGE.format(source)).isNotNull();
  }
}
