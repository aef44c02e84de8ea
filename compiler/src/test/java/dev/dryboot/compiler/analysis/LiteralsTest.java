package dev.dryboot.compiler.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiteralsTest {
  @Test
  void durationsAddUpTheirParts() {
    assertThat(Literals.seconds("5min30s")).hasValue(330);
    assertThat(Literals.seconds("1h")).hasValue(3600);
    assertThat(Literals.seconds("10")).hasValue(10);
    assertThat(Literals.seconds("10parsecs")).isEmpty();
  }

  @Test
  void sizesAreBinary() {
    assertThat(Literals.bytes("20GiB")).hasValue(20L << 30);
    assertThat(Literals.bytes("20GB")).isEmpty();
  }

  @Test
  void portsMayHaveAnAddressARangeAndAProtocol() {
    assertThat(Literals.ports("127.0.0.1:9000-9002/udp"))
        .contains(new Literals.Ports("127.0.0.1", 9000, 9002, "udp"));
    assertThat(Literals.ports("70000")).isEmpty();
  }
}
