package dev.dryboot.simulator.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.kernel.Kernel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ControlGroupsTest {
  private final Processes processes =
      new Machine(
              Kernel.canonical(),
              new VirtualFileSystem(FileTree.empty()),
              KernelCommandLine.EMPTY,
              "x86-64",
              List.of((spec, machine) -> Optional.of(self -> {})),
              new Trace())
          .processes();

  private RunningProcess run(String group) {
    ProcessSpec spec =
        new ProcessSpec(List.of("/bin/x"), Map.of(), "x", group, "root", Optional.empty());
    return processes.create(spec, (pid, end) -> {});
  }

  @Test
  void a_group_has_the_processes_of_those_below_it() {
    RunningProcess first = run("/system.slice/a.service");
    RunningProcess second = run("/system.slice/a.service/inner");
    RunningProcess third = run("/system.slice/a.service-not");
    assertThat(processes.in("/system.slice/a.service")).containsExactly(first.pid(), second.pid());
    assertThat(processes.in("/system.slice"))
        .containsExactly(first.pid(), second.pid(), third.pid());
    assertThat(processes.in("")).hasSize(3);
    assertThat(processes.in("/user.slice")).isEmpty();
  }

  @Test
  void a_group_is_empty_once_nothing_is_left_in_it_or_below_it() {
    RunningProcess first = run("/system.slice/a.service");
    RunningProcess second = run("/system.slice/a.service/inner");
    first.exit(0);
    assertThat(processes.isEmpty("/system.slice/a.service")).isFalse();
    second.exit(0);
    assertThat(processes.isEmpty("/system.slice/a.service")).isTrue();
    assertThat(processes.isEmpty("/system.slice")).isTrue();
    assertThat(processes.isEmpty("")).isTrue();
  }
}
