package dev.dryboot.foreign.directive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemdVersionTest {
  @ParameterizedTest
  @CsvSource({
    "252, 252",
    "255.4-1ubuntu8, 255",
    "257~rc1, 257",
    "'', 257",
    "v1, 257",
    "20240101, 257"
  })
  void isReadFromTheFirstDigitsOfATextElseTheNewest(String text, int number) {
    assertThat(SystemdVersion.read(text)).isEqualTo(new SystemdVersion(number));
  }
}
