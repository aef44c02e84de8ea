package dev.dryboot.simulator.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RandomizedDelayTest {
  @Test
  void a_random_delay_can_be_the_same_at_every_boot() {
    assertThat(elapsed("FixedRandomDelay=yes", 1)).isEqualTo(elapsed("FixedRandomDelay=yes", 7));
    assertThat(elapsed("", 1)).isNotEqualTo(elapsed("", 7));
  }

  /** The moment at which a timer has its service started. */
  private static long elapsed(String setting, long seed) {
    TestBoot.Booted booted =
        TestBoot.usual()
            .seed(seed)
            .unit(
                "a.timer",
                "[Timer]\nOnActiveSec=100ms\nRandomizedDelaySec=3s\nAccuracySec=1us\n" + setting)
            .service("a.service", "", "", "run=inf")
            .wants("a.timer")
            .boot();
    assertThat(booted.state("a.service")).isEqualTo("active/running/success");
    return booted.manager().find("a.service").orElseThrow().inactiveExit() / 10_000;
  }
}
