package dev.dryboot.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.language.syntax.BootFile;
import dev.dryboot.language.syntax.Value;
import dev.dryboot.language.syntax.Value.Piece;
import dev.dryboot.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {
  private static List<String> pieces(String literal) {
    BootFile file =
        Findings.LANGUAGE
            .parse(SourceText.of("test.boot", "let x = " + literal + "\n"))
            .value()
            .orElseThrow();
    BootFile.Let let = (BootFile.Let) file.declarations().getFirst();
    return ((Value.Text) let.value())
        .pieces().stream()
            .map(
                piece ->
                    switch (piece) {
                      case Piece.Literal text ->
                          "%s-%s %s".formatted(at(text), text.span().to().line(), text.text());
                      case Piece.Placeholder placeholder ->
                          "%s $%s".formatted(at(placeholder), placeholder.path());
                    })
            .toList();
  }

  private static String at(Piece piece) {
    return piece.span().from().line() + ":" + piece.span().from().column();
  }

  @Test
  void text_is_split_at_placeholders_and_its_escapes_are_resolved() {
    assertThat(pieces("\"a\\t${b.c}\\${d}\""))
        .containsExactly("1:10-1 a\t", "1:13 $b.c", "1:19-1 ${d}");
  }

  @Test
  void verbatim_text_is_taken_as_it_stands() {
    assertThat(pieces("'a\\t${b}'")).containsExactly("1:10-1 a\\t${b}");
  }

  @Test
  void a_block_loses_what_its_lines_are_indented_and_has_a_piece_for_each_line() {
    assertThat(pieces("\"\"\"\n    one\n      ${two} 2\n\n    three\n    \"\"\""))
        .containsExactly(
            "2:5-3 one\n", "3:5-3   ", "3:7 $two", "3:13-4  2\n", "4:1-5 \n", "5:5-6 three\n");
  }

  @Test
  void a_backslash_at_the_end_of_a_line_of_a_block_joins_it_with_the_next() {
    assertThat(pieces("\"\"\"\n  a \\\n  b\"\"\"")).containsExactly("2:3-3 a ", "3:3-3 b");
  }
}
