package dev.dryboot.foreign.unitfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.source.SourceText;
import org.junit.jupiter.api.Test;

class UnitFileReaderTest {

  private static UnitFile read(String text) {
    return UnitFileReader.read(SourceText.of("web.service", text));
  }

  private static String shown(String text) {
    var lines = new StringBuilder();
    for (Section section : read(text).sections()) {
      lines.append('[').append(section.name()).append(']');
      section.directives().forEach(d -> lines.append('{').append(d).append('}'));
    }
    return lines.toString();
  }

  @Test
  void sectionsHoldTheirDirectivesInOrder() {
    assertThat(
            shown("[Unit]\nAfter=a.service\nAfter=b.service\n\n[Service]\nExecStart=/bin/true\n"))
        .isEqualTo("[Unit]{After=a.service}{After=b.service}[Service]{ExecStart=/bin/true}");
  }

  @Test
  void blanksAroundNamesAndValuesAreDropped() {
    assertThat(shown("  [Unit]  \n\t Description \t=  a  b \t\n"))
        .isEqualTo("[Unit]{Description=a  b}");
  }

  @Test
  void aValueMayHoldEqualsSignsHashesAndBrackets() {
    assertThat(shown("[Service]\nEnvironment=A=1 B=#2 C=[3];\n"))
        .isEqualTo("[Service]{Environment=A=1 B=#2 C=[3];}");
  }

  @Test
  void bothCommentCharactersBeginAComment() {
    assertThat(shown("# a\n[Unit]\n ; b\n\t#After=x\nAfter=y\n")).isEqualTo("[Unit]{After=y}");
  }

  @Test
  void aCommentIsNotContinued() {
    assertThat(shown("[Unit]\n# a \\\nAfter=y\n")).isEqualTo("[Unit]{After=y}");
  }

  @Test
  void aBackslashAtTheEndOfALineBecomesABlank() {
    assertThat(shown("[Service]\nExecStart=/bin/a \\\n  b \\\n  c\nType=exec\n"))
        .isEqualTo("[Service]{ExecStart=/bin/a    b    c}{Type=exec}");
  }

  @Test
  void commentsInsideAContinuationAreDropped() {
    assertThat(shown("[Service]\nExecStart=/bin/a \\\n# one\n  ; two \\\n b\nType=exec\n"))
        .isEqualTo("[Service]{ExecStart=/bin/a   b}{Type=exec}");
  }

  @Test
  void anEmptyLineEndsAContinuation() {
    assertThat(shown("[Service]\nExecStart=/bin/a \\\n\nType=exec\n"))
        .isEqualTo("[Service]{ExecStart=/bin/a}{Type=exec}");
  }

  @Test
  void anEscapedBackslashDoesNotContinue() {
    assertThat(shown("[Service]\nExecStart=a\\\\\nType=exec\n"))
        .isEqualTo("[Service]{ExecStart=a\\\\}{Type=exec}");
  }

  @Test
  void aContinuationAtTheEndOfTheFileIsABlank() {
    assertThat(shown("[Service]\nExecStart=a b\\")).isEqualTo("[Service]{ExecStart=a b}");
    assertThat(shown("[Service]\nExecStart=a \\\n b")).isEqualTo("[Service]{ExecStart=a   b}");
    assertThat(shown("[Service]\nExecStart=a \\\n# end")).isEqualTo("[Service]{ExecStart=a}");
  }

  @Test
  void everyKindOfLineEndCounts() {
    assertThat(shown("[Unit]\r\nAfter=a\rAfter=b\n\rAfter=c \\\r\n d\0After=e"))
        .isEqualTo("[Unit]{After=a}{After=b}{After=c   d}{After=e}");
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    assertThat(shown("\uFEFF[Unit]\nAfter=a")).isEqualTo("[Unit]{After=a}");
  }

  @Test
  void repeatedSectionsStayApartAndAreFoundTogether() {
    UnitFile file = read("[Unit]\nAfter=a\n[Install]\n[Unit]\nAfter=b\n");
    assertThat(file.sections())
        .extracting(Section::name)
        .containsExactly("Unit", "Install", "Unit");
    assertThat(file.directives("Unit", "After"))
        .extracting(Directive::value)
        .containsExactly("a", "b");
    assertThat(file.last("Unit", "After").orElseThrow().value()).isEqualTo("b");
  }

  @Test
  void placesInAJoinedValueLeadToTheFile() {
    String text = "[Service]\nExecStart=/bin/a \\\n# why\n  --flag=\uD83D\uDE00 \\\n  last\n";
    Directive directive = read(text).directives("Service").getFirst();
    int flag = directive.value().indexOf("--flag");
    int last = directive.value().indexOf("last");
    assertThat(directive.span(flag, flag + 9).text()).isEqualTo("--flag=\uD83D\uDE00");
    assertThat(directive.span(last, last + 4).text()).isEqualTo("last");
    assertThat(directive.span(last, last + 4).from().line()).isEqualTo(5);
    assertThat(directive.nameSpan().text()).isEqualTo("ExecStart");
    assertThat(directive.valueSpan().text()).startsWith("/bin/a").endsWith("last");
  }

  @Test
  void anEmptyValueStandsBehindTheEqualsSign() {
    Directive directive = read("[Service]\nExecStart=  \n").directives("Service").getFirst();
    assertThat(directive.value()).isEmpty();
    assertThat(directive.valueSpan().text()).isEmpty();
    assertThat(directive.valueSpan().start())
        .isGreaterThanOrEqualTo("[Service]\nExecStart=".length());
  }

  @Test
  void strayLinesAreToldApart() {
    UnitFile file = read("After=early\n[Unit]\nnonsense here\n= value\nAfter=a\n");
    assertThat(file.strays())
        .extracting(s -> s.kind() + ":" + s.span().text())
        .containsExactly(
            "OUTSIDE_SECTION:After=early", "MISSING_EQUALS:nonsense here", "MISSING_NAME:= value");
    assertThat(file.refusal()).isEmpty();
    assertThat(file.directives("Unit")).hasSize(1);
  }

  @Test
  void aBrokenHeaderEndsTheReading() {
    UnitFile file = read("[Unit]\nAfter=a\n[Service] # main\nType=exec\n");
    assertThat(file.refusal().orElseThrow().kind()).isEqualTo(StrayLine.Kind.BROKEN_HEADER);
    assertThat(file.refusal().orElseThrow().span().text()).isEqualTo("[Service] # main");
    assertThat(file.sections()).hasSize(1);
    assertThat(read("[Un\"it]\n").refusal().orElseThrow().kind())
        .isEqualTo(StrayLine.Kind.UNSAFE_HEADER);
  }

  @Test
  void aLineOfMoreThanAMebibyteIsRefused() {
    String long1 = "[Unit]\nDescription=" + "x".repeat(1024 * 1024) + "\n";
    assertThat(read(long1).refusal().orElseThrow().kind()).isEqualTo(StrayLine.Kind.TOO_LONG);
    String many = "[Unit]\n" + "Description=x\n".repeat(100_000);
    assertThat(read(many).directives("Unit")).hasSize(100_000);
    String carried = "[Unit]\nDescription=" + ("x".repeat(1000) + "\\\r\n").repeat(1100) + "\n";
    assertThat(read(carried).refusal().orElseThrow().kind()).isEqualTo(StrayLine.Kind.TOO_LONG);
  }
}
