package dev.dryboot.simulator.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.machine.ProcessSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With what {@code systemctl} of 252.39 and 257.13 was seen to exit. */
class SystemctlQuestionsTest {
  @ParameterizedTest
  @CsvSource({
    "status a.service, 0",
    "status f.service, 3",
    "status i.service, 3",
    "status none.service, 4",
    "status a.service i.service, 3",
    "status i.service a.service, 3",
    "is-active i.service a.service, 0",
    "is-active f.service, 3",
    "is-failed a.service, 1",
    "is-failed f.service a.service, 0",
    "cat none.service, 1",
    "cat a.service, 0",
    "show none.service, 0",
    "is-system-running, 1",
    "is-enabled a.service, 0",
    "list-units, 0"
  })
  void exitsAsTheRealOneDoes(String command, int code) {
    TestBoot.Booted booted =
        TestBoot.usual()
            .standardPrograms()
            .service("a.service", "", "", "run=inf")
            .service("f.service", "", "Type=oneshot", "exit=1")
            .service("i.service", "", "", "run=inf")
            .wants("a.service", "f.service")
            .boot();
    assertThat(run(booted.machine(), "systemctl " + command)).isEqualTo(code);
    booted.systemctl("reset-failed");
    assertThat(run(booted.machine(), "systemctl is-system-running")).isZero();
  }

  private static int run(Machine machine, String command) {
    List<Integer> codes = new ArrayList<>();
    ProcessSpec spec =
        new ProcessSpec(
            List.of(command.split(" ", -1)), Map.of(), "test", "/test", "root", Optional.empty());
    machine
        .processes()
        .spawn(spec, (int pid, ProcessEnd end) -> codes.add(end.code()), 0, executed -> {});
    machine.kernel().run(machine.kernel().now() + 2_000_000);
    return codes.getFirst();
  }
}
