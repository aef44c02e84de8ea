package dev.dryboot.compiler.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YamlScalarsTest {
  @Test
  void whatYamlWouldTakeForANumberOrABooleanIsQuoted() {
    for (String text : new String[] {"0644", "yes", "No", "1.5", "24.04", "22:30", "null", "~"}) {
      assertThat(YamlScalars.scalar(text)).isEqualTo("'" + text + "'");
    }
  }

  @Test
  void pathsAndVersionsWithLettersStayPlain() {
    assertThat(YamlScalars.scalar("/etc/motd")).isEqualTo("/etc/motd");
    assertThat(YamlScalars.scalar("docker-17.06.1-ce")).isEqualTo("docker-17.06.1-ce");
  }

  @Test
  void aColonBeforeABlankIsQuoted() {
    assertThat(YamlScalars.scalar("a: b")).isEqualTo("'a: b'");
    assertThat(YamlScalars.scalar("it's # one")).isEqualTo("'it''s # one'");
  }

  @Test
  void textOfSeveralLinesIsALiteralBlockThatKeepsItsEnd() {
    assertThat(YamlScalars.literalBlock("a\nb\n", "  ")).isEqualTo("|\n  a\n  b\n");
    assertThat(YamlScalars.literalBlock("a\nb", "  ")).isEqualTo("|-\n  a\n  b\n");
    assertThat(YamlScalars.literalBlock("a\n\n", "  ")).isEqualTo("|+\n  a\n\n");
    assertThat(YamlScalars.literalBlock("  a\nb\n", "  ")).isEqualTo("|2\n    a\n  b\n");
  }
}
