package dev.dryboot.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WallsTest {
  static Stream<Wall> walls() {
    return Stream.of(Modules.WALLS, Libraries.WALLS, Purity.WALLS, Names.WALLS)
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("walls")
  void aWallHolds(Wall wall) {
    wall.holds();
  }

  @ParameterizedTest
  @MethodSource("walls")
  void aWallSeesItsBreaches(Wall wall) {
    assertThat(wall.breaches()).as("a rule that nothing can break is none").isNotEmpty();
    assertThat(wall.unseen()).as("breaches that the rule does not see").isEmpty();
  }
}
