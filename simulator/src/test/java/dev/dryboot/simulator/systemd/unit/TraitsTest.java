package dev.dryboot.simulator.systemd.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TraitsTest {
  @Test
  void units_without_a_file_have_what_their_type_has() {
    assertThat(of("a.target", UnitType.TARGET).jobRunningTimeout()).isEqualTo(Settings.INFINITY);
    assertThat(of("dev-gone.device", UnitType.DEVICE).jobRunningTimeout()).isEqualTo(90_000_000);
    assertThat(of("a.target", UnitType.TARGET).jobRunningTimeout()).isEqualTo(Settings.INFINITY);
  }

  private static Traits of(String name, UnitType type) {
    return Traits.read(
        Settings.EMPTY,
        type,
        new Specifiers(UnitName.parse(name).orElseThrow(), Map.of()),
        ManagerDefaults.USUAL);
  }
}
