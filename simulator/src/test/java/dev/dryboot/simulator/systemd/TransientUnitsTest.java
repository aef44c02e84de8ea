package dev.dryboot.simulator.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessObserver;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.TransientUnits;
import dev.dryboot.simulator.systemd.TestBoot.Booted;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransientUnitsTest {
  private static final ProcessObserver NOBODY = (pid, end) -> {};

  private static Booted booted() {
    return TestBoot.usual().standardPrograms().wants().boot();
  }

  /** Runs for a while of simulated time. */
  private static void pass(Booted booted, long milliseconds) {
    booted.machine().kernel().run(booted.machine().kernel().now() + milliseconds * 1000);
  }

  private static int spawn(Booted booted, String group, String... argv) {
    ProcessSpec spec =
        new ProcessSpec(List.of(argv), Map.of(), "test", group, "root", Optional.empty());
    return booted.machine().processes().spawn(spec, NOBODY, 0, executed -> {}).pid();
  }

  private static int start(Booted booted, String unit, String text) {
    List<Integer> answers = new ArrayList<>();
    booted
        .machine()
        .port(TransientUnits.class)
        .orElseThrow()
        .start(unit, SourceText.of(unit, text), answers::add);
    pass(booted, 1000);
    return answers.isEmpty() ? -1 : answers.getFirst();
  }

  private static boolean fileOf(Machine machine, String unit) {
    return machine.files().exists("/run/systemd/transient/" + unit);
  }

  @Test
  void aScopeIsActiveAsLongAsAProcessIsInItsControlGroup() {
    Booted booted = booted();
    spawn(booted, "/system.slice/x.scope", "/usr/bin/b", "run=3000");
    assertThat(start(booted, "x.scope", "[Scope]\n")).isZero();
    assertThat(booted.state("x.scope")).isEqualTo("active/running/success");
    assertThat(fileOf(booted.machine(), "x.scope")).isTrue();
    pass(booted, 5000);
    assertThat(booted.machine().port(dev.dryboot.simulator.machine.ServiceManager.class))
        .hasValueSatisfying(m -> assertThat(m.activeState("x.scope")).isEmpty());
    assertThat(fileOf(booted.machine(), "x.scope")).isFalse();
  }

  @Test
  void aScopeWithoutProcessesCannotBeStarted() {
    Booted booted = booted();
    assertThat(start(booted, "x.scope", "[Scope]\n")).isEqualTo(1);
    assertThat(booted.state("x.scope")).isEqualTo("failed/failed/resources");
  }

  @Test
  void stoppingAScopeKillsWhatIsInItAtLastByForce() {
    Booted booted = booted();
    spawn(booted, "/system.slice/x.scope", "/usr/bin/b", "term=ignore", "run=inf");
    start(booted, "x.scope", "[Scope]\nTimeoutStopSec=2\n");
    booted.systemctl("stop", "x.scope");
    assertThat(booted.machine().processes().in("/system.slice/x.scope")).isEmpty();
    assertThat(booted.state("x.scope")).isEqualTo("failed/failed/timeout");
  }

  @Test
  void runtimeMaxSecEndsAScope() {
    Booted booted = booted();
    spawn(booted, "/system.slice/x.scope", "/usr/bin/b", "run=inf");
    start(booted, "x.scope", "[Scope]\nRuntimeMaxSec=2\n");
    pass(booted, 3000);
    assertThat(booted.state("x.scope")).isEqualTo("failed/failed/timeout");
  }

  @Test
  void aScopeGoesWithItsSlice() {
    Booted booted = booted();
    spawn(booted, "/machine.slice/x.scope", "/usr/bin/b", "run=inf");
    start(booted, "x.scope", "[Unit]\nDefaultDependencies=no\n[Scope]\nSlice=machine.slice\n");
    booted.systemctl("stop", "machine.slice");
    assertThat(booted.machine().processes().in("/machine.slice/x.scope")).isEmpty();
  }

  @Test
  void systemdRunMakesAServiceOfACommand() {
    Booted booted = booted();
    spawn(booted, "/", "systemd-run", "--unit=job", "-p", "Nice=5", "/usr/bin/b", "run=inf");
    pass(booted, 1000);
    assertThat(booted.state("job.service")).isEqualTo("active/running/success");
    assertThat(
            booted
                .machine()
                .files()
                .read("/run/systemd/transient/job.service")
                .orElseThrow()
                .text())
        .contains("Nice=5\n", "ExecStart=\"/usr/bin/b\" \"run=inf\"\n");
  }

  @Test
  void systemdRunWaitsForTheEndAndHandsOnItsStatus() {
    Booted booted =
        TestBoot.usual()
            .standardPrograms()
            .service(
                "a.service",
                "",
                "Type=oneshot\nExecStart=systemd-run --wait /usr/bin/b sleep=500 exit=3",
                "exit=0")
            .wants("a.service")
            .boot();
    assertThat(booted.state("a.service")).isEqualTo("failed/failed/exit-code");
    assertThat(booted.facts(Fact.ProcessEnded.class))
        .filteredOn(e -> e.owner().equals("a.service"))
        .extracting(e -> e.end().toString())
        .containsExactly("Exited[code=3]");
  }

  @Test
  void systemdRunWithATimeStartsTheCommandLater() {
    Booted booted = booted();
    long before = booted.machine().kernel().now();
    spawn(
        booted,
        "/",
        "systemd-run",
        "--unit=job",
        "--on-active=10s",
        "--timer-property=AccuracySec=1us",
        "/usr/bin/b",
        "exit=0");
    pass(booted, 5000);
    assertThat(booted.state("job.timer")).isEqualTo("active/waiting/success");
    assertThat(booted.facts(Fact.ProcessStarted.class))
        .noneMatch(p -> p.owner().equals("job.service"));
    pass(booted, 10_000);
    assertThat(booted.facts(Fact.ProcessStarted.class))
        .anyMatch(p -> p.owner().equals("job.service"));
    assertThat(booted.machine().kernel().now() - before).isGreaterThan(10_000_000);
  }

  @Test
  void systemdRunInAScopeLeavesTheCallersControlGroup() {
    Booted booted = booted();
    int caller =
        spawn(booted, "/caller", "systemd-run", "--scope", "-u", "job", "/usr/bin/b", "run=3000");
    pass(booted, 1000);
    assertThat(booted.state("job.scope")).isEqualTo("active/running/success");
    assertThat(booted.machine().processes().in("/system.slice/job.scope")).hasSize(1);
    pass(booted, 4000);
    assertThat(booted.machine().processes().get(caller)).isEmpty();
  }

  @Test
  void aNameThatIsTakenIsRefused() {
    Booted booted = booted();
    spawn(booted, "/", "systemd-run", "--unit=job", "/usr/bin/b", "run=inf");
    pass(booted, 1000);
    List<String> ends = new ArrayList<>();
    ProcessSpec again =
        new ProcessSpec(
            List.of("systemd-run", "--unit=job", "/usr/bin/b", "run=inf"),
            Map.of(),
            "test",
            "/",
            "root",
            Optional.empty());
    booted
        .machine()
        .processes()
        .spawn(again, (pid, end) -> ends.add(end.toString()), 0, executed -> {});
    pass(booted, 1000);
    assertThat(ends).containsExactly("Exited[code=1]");
  }

  /** What 252.39 and 257.13 were seen to do, told as systemd-oomd tells it. */
  @ParameterizedTest
  @CsvSource({
    "'', failed/failed/oom-kill, 0",
    "OOMPolicy=stop, failed/failed/oom-kill, 0",
    "OOMPolicy=kill, failed/failed/oom-kill, 0",
    "OOMPolicy=continue, active/running/success, 1",
    "Delegate=yes, active/running/success, 1",
    "Delegate=no, failed/failed/oom-kill, 0"
  })
  void memoryRunsOutForAProcessOfAScope(String setting, String state, int left) {
    Booted booted = booted();
    int first = spawn(booted, "/system.slice/x.scope", "/usr/bin/b", "run=inf");
    spawn(booted, "/system.slice/x.scope", "/usr/bin/b", "run=inf");
    assertThat(start(booted, "x.scope", "[Scope]\n" + setting + "\n")).isZero();
    booted.machine().processes().outOfMemory(first);
    pass(booted, 1000);
    assertThat(booted.state("x.scope")).isEqualTo(state);
    assertThat(booted.machine().processes().in("/system.slice/x.scope")).hasSize(left);
  }

  @Test
  void aScopeIsStoppedWhenItsTimeIsOver() {
    Booted booted = booted();
    spawn(booted, "/system.slice/x.scope", "/usr/bin/b", "term=ignore", "run=inf");
    assertThat(start(booted, "x.scope", "[Scope]\nRuntimeMaxSec=2s\nTimeoutStopSec=1s\n")).isZero();
    pass(booted, 1500);
    assertThat(booted.state("x.scope")).isEqualTo("deactivating/stop-sigterm/timeout");
    pass(booted, 1000);
    assertThat(booted.state("x.scope")).isEqualTo("failed/failed/timeout");
  }
}
