package dev.dryboot.foreign.value;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void quotesMayStandAnywhereAndAreRemoved() {
    assertThat(Words.split("a 'b c' d\"e f\"g ''", Words.Style.QUOTED).texts())
        .containsExactly("a", "b c", "de fg", "");
  }

  @Test
  void escapesOfCAreResolvedInCommands() {
    assertThat(
            Words.split("a\\x20b \\t\\s\\101 '\\u20ac' \\U0001f600", Words.Style.COMMAND).texts())
        .containsExactly("a b", "\t A", "\u20ac", "\uD83D\uDE00");
    assertThat(Words.split("\\xe2\\x82\\xac", Words.Style.COMMAND).texts())
        .containsExactly("\u20ac");
  }

  @Test
  void unknownEscapesAreKept() {
    var words = Words.split("a\\d \\x0g \\q", Words.Style.COMMAND);
    assertThat(words.texts()).containsExactly("a\\d", "\\x0g", "\\q");
    assertThat(words.words()).allMatch(Words.Word::unknownEscapes);
  }

  @Test
  void backslashesOfUnitNamesCanBeRetained() {
    assertThat(Words.split("a\\x2db.mount 'c d'", Words.Style.QUOTED_RETAIN).texts())
        .containsExactly("a\\x2db.mount", "c d");
    assertThat(Words.split("a\\b", Words.Style.QUOTED).texts()).containsExactly("ab");
    assertThat(Words.split("'a b'", Words.Style.PLAIN).texts()).containsExactly("'a", "b'");
  }

  @Test
  void anOpenQuoteIsAFaultAtTheQuote() {
    var words = Words.split("a b \"c d", Words.Style.COMMAND);
    assertThat(words.texts()).containsExactly("a", "b");
    assertThat(words.fault().orElseThrow().from()).isEqualTo(4);
    assertThat(Words.split("a\\", Words.Style.COMMAND).fault().orElseThrow().from()).isEqualTo(1);
  }

  @Test
  void placesCoverTheQuotes() {
    var word = Words.split(" x 'a b'c ", Words.Style.COMMAND).words().get(1);
    assertThat(word.from()).isEqualTo(3);
    assertThat(word.to()).isEqualTo(9);
  }

  @Property(seed = "20261123")
  void everyTextCanBeSplit(@ForAll String text) {
    for (Words.Style style : Words.Style.values()) {
      for (Words.Word word : Words.split(text, style).words()) {
        assertThat(word.to()).isGreaterThan(word.from()).isLessThanOrEqualTo(text.length());
      }
    }
  }

  @Test
  void environmentFilesAreReadLikeASimpleShell() {
    var read =
        EnvironmentText.readFile(
            "# c\nA=1\n B = two words  \nC=\"x y\" \nD='$HOME'\\''s'\n;E=5\nF=a\\\nb\nG=\"a\\$b\\n\"\nnonsense\n1X=2\n");
    assertThat(read.variables())
        .containsExactly(
            java.util.Map.entry("A", "1"),
            java.util.Map.entry("B", "two words"),
            java.util.Map.entry("C", "x y"),
            java.util.Map.entry("D", "$HOME's"),
            java.util.Map.entry("F", "ab"),
            java.util.Map.entry("G", "a$b\\n"));
    assertThat(read.faults()).hasSize(2);
  }

  @Test
  void environmentDirectivesAreQuotedAssignments() {
    var read = EnvironmentText.readDirective("A=1 \"B=x y\" C='z' nonsense 2D=4");
    assertThat(read.variables().toString()).isEqualTo("{A=1, B=x y, C=z}");
    assertThat(read.faults()).extracting(Reading.Fault::from).containsExactly(18, 27);
  }

  @Property(seed = "20261123")
  void everyEnvironmentTextIsRead(@ForAll String text) {
    assertThat(EnvironmentText.readFile(text)).isNotNull();
    assertThat(EnvironmentText.readDirective(text)).isNotNull();
  }
}
