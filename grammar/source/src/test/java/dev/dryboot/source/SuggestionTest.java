package dev.dryboot.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  private static final List<String> WORDS = List.of("image", "engine", "publish", "env");

  @Test
  void theNearestWordIsFound() {
    assertThat(Suggestion.nearest("imgae", WORDS)).contains("image");
    assertThat(Suggestion.nearest("Publish", WORDS)).contains("publish");
    assertThat(Suggestion.nearest("pubish", WORDS)).contains("publish");
  }

  @Test
  void aWordThreeEditsAwayIsNotMeant() {
    assertThat(Suggestion.nearest("volume", WORDS)).isEmpty();
    assertThat(Suggestion.nearest("x", WORDS)).isEmpty();
  }

  @Test
  void aSwapOfNeighboursIsOneEdit() {
    assertThat(Suggestion.distance("ab", "ba")).isEqualTo(1);
    assertThat(Suggestion.distance("abcd", "dcba")).isEqualTo(3);
  }
}
