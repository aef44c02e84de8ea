package dev.dryboot.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SourceTextTest {

  @Test
  void linesAndColumnsCountFromOne() {
    SourceText text = SourceText.of("a.boot", "host web {\n  hostname x\n}\n");
    assertThat(text.position(0)).isEqualTo(new Position(1, 1));
    assertThat(text.position(13)).isEqualTo(new Position(2, 3));
    assertThat(text.line(2)).isEqualTo("  hostname x");
    assertThat(text.lineSpan(2).text()).isEqualTo("hostname x");
    assertThat(text.lineSpan(2)).hasToString("a.boot:2:3");
  }

  @Test
  void aLineEndsBeforeItsCarriageReturn() {
    assertThat(SourceText.of("a", "x\r\ny").line(1)).isEqualTo("x");
  }

  @Test
  void anEmptyTextHasOneEmptyLine() {
    SourceText empty = SourceText.of("empty", "");
    assertThat(empty.lineCount()).isEqualTo(1);
    assertThat(empty.line(1)).isEmpty();
    assertThat(empty.position(0)).isEqualTo(new Position(1, 1));
  }

  @Test
  void aSpanOutsideTheTextIsRefused() {
    SourceText text = SourceText.of("a", "abc");
    assertThatThrownBy(() -> text.span(2, 4)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> text.span(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property(seed = "20261123")
  void everyOffsetIsOnTheLineThatItsPositionNames(
      @ForAll @StringLength(max = 60) @Chars({'a', '\n', '\r', ' '}) String content) {
    SourceText text = SourceText.of("p", content);
    for (int offset = 0; offset <= content.length(); offset++) {
      Position position = text.position(offset);
      assertThat(text.lineStart(position.line()) + position.column() - 1).isEqualTo(offset);
    }
  }

  @Test
  void aDecodedBlockPointsToItsOwnLines() {
    String artifact = "units:\n  content: |\n    [Unit]\n    After=a.service\n";
    SourceText yaml = SourceText.of("user-data", artifact);
    int start = artifact.indexOf("|");
    SourceText unit =
        SourceText.decoded(
            "web.service", yaml.span(start, artifact.length()), "[Unit]\nAfter=a.service\n");
    assertThat(unit.lineSpan(2).written()).hasToString("user-data:4:5");
  }

  @Test
  void aDecodedTextThatIsNotThereLiterallyPointsToItsLeaf() {
    SourceText json = SourceText.of("a.ign", "\"data:;base64,aGVsbG8=\"");
    SourceText hello = SourceText.decoded("/etc/motd", json.whole(), "hello");
    assertThat(hello.span(2, 3).written()).isEqualTo(json.whole());
  }

  @Test
  void aGeneratedTextPointsToWhereItsAuthorWroteIt() {
    SourceText boot = SourceText.of("web.boot", "after db\nimage x\n");
    SourceText unit =
        new OriginText()
            .add("[Unit]\n", Origin.builtIn("section"))
            .add("After=db.service\n", Origin.written(boot.span(0, 8)).because("an edge"))
            .build("web.service");
    SourceText artifact =
        new OriginText()
            .add("{\"contents\":", Origin.builtIn("format"))
            .addEncoded("\"[Unit]\\nAfter=db.service\\n\"", Origin.builtIn("unit"), unit)
            .add("}", Origin.builtIn("format"))
            .build("web.ign");
    Span leaf = artifact.span(12, artifact.text().length() - 1);
    SourceText readBack = SourceText.decoded("/etc/x", leaf, unit.text());
    assertThat(readBack.lineSpan(2).written()).isEqualTo(boot.span(0, 8));
  }

  @Test
  void stretchesMayNotOverlap() {
    Origin origin = Origin.builtIn("x");
    assertThatThrownBy(
            () ->
                new Provenance(
                    List.of(
                        new Provenance.Stretch(0, 3, origin),
                        new Provenance.Stretch(2, 4, origin))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theEndOfATextBelongsToItsLastStretch() {
    Origin origin = Origin.builtIn("x");
    Provenance provenance = Provenance.of(List.of(new Provenance.Stretch(0, 3, origin)));
    assertThat(provenance.at(3)).isEqualTo(Optional.of(origin));
    assertThat(provenance.at(4)).isEmpty();
  }
}
