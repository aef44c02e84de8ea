package dev.dryboot.simulator.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Processes;
import dev.dryboot.simulator.systemd.TestBoot.Booted;
import org.junit.jupiter.api.Test;

/** The kernel's OOM killer ends the main process of a service. */
class OutOfMemoryTest {
  private static Booted killed(String service, String command) {
    Booted booted =
        TestBoot.usual().service("a.service", "", service, command).wants("a.service").boot();
    Processes processes = booted.machine().processes();
    assertThat(processes.outOfMemory(booted.manager().mainPid("a.service").orElseThrow())).isTrue();
    booted.machine().kernel().run(booted.machine().kernel().now() + 5_000_000);
    return booted;
  }

  @Test
  void the_service_is_stopped_and_has_failed_for_that_reason() {
    Booted booted = killed("ExecStop=/usr/bin/b touch=/stopped", "run=inf");
    assertThat(booted.state("a.service")).isEqualTo("failed/failed/oom-kill");
    assertThat(booted.machine().files().exists("/stopped")).isTrue();
    assertThat(booted.facts(Fact.OutOfMemory.class)).hasSize(1);
  }

  @Test
  void with_continue_it_is_a_signal_as_any_other() {
    Booted booted = killed("OOMPolicy=continue", "run=inf");
    assertThat(booted.state("a.service")).isEqualTo("failed/failed/signal");
  }

  @Test
  void so_it_is_for_a_service_with_its_own_control_groups() {
    assertThat(killed("Delegate=yes", "run=inf").state("a.service"))
        .isEqualTo("failed/failed/signal");
    assertThat(killed("Delegate=no", "run=inf").state("a.service"))
        .isEqualTo("failed/failed/oom-kill");
    assertThat(killed("Delegate=yes\nOOMPolicy=stop", "run=inf").state("a.service"))
        .isEqualTo("failed/failed/oom-kill");
  }

  @Test
  void with_kill_the_whole_control_group_dies_and_nothing_is_stopped_in_order() {
    Booted booted = killed("OOMPolicy=kill\nExecStop=/usr/bin/b touch=/stopped", "run=inf");
    assertThat(booted.state("a.service")).isEqualTo("failed/failed/oom-kill");
    assertThat(booted.machine().files().exists("/stopped")).isFalse();
  }

  @Test
  void it_is_a_failure_after_which_a_service_is_restarted() {
    Booted booted = killed("Restart=on-abnormal\nRestartSec=1", "run=inf");
    assertThat(booted.state("a.service")).isEqualTo("active/running/success");
  }
}
