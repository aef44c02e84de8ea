package dev.dryboot.simulator.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.systemd.TestBoot.Booted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShutdownCommandTest {
  private final Booted booted =
      TestBoot.usual()
          .standardPrograms()
          .unit("reboot.target", "[Unit]\nDefaultDependencies=no\n")
          .unit("poweroff.target", "[Unit]\nDefaultDependencies=no\n")
          .wants()
          .boot();

  private void run(String command, long seconds) {
    Machine machine = booted.machine();
    ProcessSpec spec =
        new ProcessSpec(
            List.of(command.split(" ", -1)), Map.of(), "test", "/test", "root", Optional.empty());
    machine.processes().spawn(spec, (pid, end) -> {}, 0, executed -> {});
    machine.kernel().run(machine.kernel().now() + seconds * 1_000_000);
  }

  @ParameterizedTest
  @CsvSource({
    "shutdown -r now, reboot.target, 1",
    "shutdown -h +0, poweroff.target, 1",
    "shutdown, poweroff.target, 61",
    "shutdown -r +2 soon, reboot.target, 121"
  })
  void comesAtItsTime(String command, String target, long seconds) {
    run(command, seconds - 1);
    assertThat(booted.state(target)).startsWith("inactive");
    run("true", 2);
    assertThat(booted.state(target)).startsWith("active");
  }

  @Test
  void isTakenBack() {
    run("shutdown -r +1", 10);
    run("shutdown -c", 120);
    assertThat(booted.state("reboot.target")).startsWith("inactive");
  }

  @Test
  void atATimeOfDayItIsNoted() {
    run("shutdown -r 23:00", 10);
    assertThat(booted.facts(Fact.NotModelled.class))
        .extracting(Fact.NotModelled::what)
        .containsExactly("shutdown at 23:00");
  }
}
