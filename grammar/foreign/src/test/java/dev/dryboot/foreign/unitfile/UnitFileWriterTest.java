package dev.dryboot.foreign.unitfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryboot.source.Origin;
import dev.dryboot.source.SourceText;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class UnitFileWriterTest {

  @Test
  void sectionsStandApartAndEveryPieceKnowsItsOrigin() {
    var boot = SourceText.of("web.boot", "service web { run nginx }");
    var run = Origin.written(boot.span(18, 23));
    SourceText text =
        new UnitFileWriter()
            .comment("made for web", run)
            .section("Unit", Origin.builtIn("a unit"))
            .directive("After", "a.service", run)
            .section("Service", Origin.builtIn("a unit"))
            .directive("ExecStart", "/usr/bin/nginx", run)
            .build("web.service");
    assertThat(text.text())
        .isEqualTo(
            "# made for web\n\n[Unit]\nAfter=a.service\n\n[Service]\nExecStart=/usr/bin/nginx\n");
    Directive exec = UnitFileReader.read(text).directives("Service").getFirst();
    assertThat(exec.valueSpan().written().text()).isEqualTo("nginx");
  }

  @Test
  void whatCannotBeWrittenIsRefused() {
    for (String value : List.of("a\nb", "a\\", " a", "a\t", "a\0")) {
      assertThat(UnitFileWriter.isValue(value)).as(value).isFalse();
    }
    assertThat(UnitFileWriter.isValue("a\\\\")).isTrue();
    assertThat(UnitFileWriter.isName("#a")).isFalse();
    assertThat(UnitFileWriter.isName("a=b")).isFalse();
    assertThatThrownBy(() -> new UnitFileWriter().directive("A", "x\ny", Origin.builtIn("a test")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.strings().withChars("ab=[]#;\\ \"'%\u00e4\uFEFF/.-\n\r\t").ofMaxLength(14);
  }

  @Property(seed = "20261123")
  void whatIsWrittenReadsBack(
      @ForAll("lines") String section,
      @ForAll("lines") String name,
      @ForAll("lines") String value) {
    boolean writable =
        UnitFileWriter.isSection(section)
            && UnitFileWriter.isName(name)
            && UnitFileWriter.isValue(value);
    if (writable) {
      Origin origin = Origin.builtIn("a test");
      SourceText text =
          new UnitFileWriter().section(section, origin).directive(name, value, origin).build("x");
      UnitFile file = UnitFileReader.read(text);
      assertThat(file.strays()).isEmpty();
      assertThat(file.sections()).hasSize(1);
      assertThat(file.sections().getFirst().name()).isEqualTo(section);
      assertThat(file.directives(section)).hasSize(1);
      assertThat(file.directives(section).getFirst()).hasToString(name + "=" + value);
    }
  }

  @Property(seed = "20261123")
  void everyCharacterOfAValueLeadsToItsPlace(
      @ForAll("lines") String one, @ForAll("lines") String two) {
    var source = SourceText.of("x", "[A]\n" + one + "\n" + two + "=" + one);
    UnitFile file = UnitFileReader.read(source);
    for (Section section : file.sections()) {
      for (Directive directive : section.directives()) {
        assertThat(directive.valueSpan().end()).isLessThanOrEqualTo(source.text().length());
        for (int i = 0; i < directive.value().length(); i++) {
          char c = directive.value().charAt(i);
          char there = source.text().charAt(directive.joined().fileOffset(i));
          assertThat(c == there || (c == ' ' && there == '\\')).isTrue();
        }
      }
    }
  }
}
