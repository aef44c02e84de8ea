package dev.dryboot.simulator.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.systemd.TestBoot.Booted;
import dev.dryboot.simulator.systemd.core.HostFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndOfBootTest {
  private static TestBoot withActions(String service, String unit, String command) {
    return TestBoot.usual()
        .unit("poweroff.target", "[Unit]\nDefaultDependencies=no\nRequires=off.service\n")
        .unit(
            "off.service",
            "[Unit]\nDefaultDependencies=no\nSuccessAction=poweroff-force\n"
                + "Requires=shutdown.target\nAfter=shutdown.target\n"
                + "[Service]\nType=oneshot\nExecStart=/usr/bin/b exit=0\n")
        .service("a.service", unit, service, command)
        .wants("a.service");
  }

  private static List<String> ends(Booted booted) {
    return booted.facts(Fact.MachineEnded.class).stream().map(Fact.MachineEnded::how).toList();
  }

  private static void pass(Booted booted, long seconds) {
    booted.machine().kernel().run(booted.machine().kernel().now() + seconds * 1_000_000);
  }

  private static void spawn(Booted booted, String... argv) {
    ProcessSpec spec =
        new ProcessSpec(List.of(argv), Map.of(), "left", "/left", "root", Optional.empty());
    booted.machine().processes().spawn(spec, (pid, end) -> {}, 0, executed -> {});
  }

  @Test
  void aFailureActionWithForceEndsTheMachineAtOnce() {
    Booted booted = withActions("Type=oneshot", "FailureAction=reboot-force", "exit=1").boot();
    assertThat(ends(booted)).containsExactly("reboot");
  }

  @Test
  void aFailureActionWithoutForceStopsWhatRunsFirst() {
    Booted booted =
        withActions("Type=oneshot", "FailureAction=poweroff", "exit=1")
            .service("b.service", "", "ExecStop=/usr/bin/b touch=/stopped", "run=inf")
            .wants("a.service", "b.service")
            .boot();
    assertThat(ends(booted)).containsExactly("poweroff");
    assertThat(booted.machine().files().exists("/stopped")).isTrue();
  }

  @Test
  void exitIsPoweroffWhereProcess1IsNotAContainers() {
    Booted booted = withActions("Type=oneshot", "SuccessAction=exit", "exit=0").boot();
    assertThat(ends(booted)).containsExactly("poweroff");
    booted = withActions("Type=oneshot", "SuccessAction=exit-force", "exit=0").boot();
    assertThat(ends(booted)).containsExactly("poweroff");
  }

  private static Booted inContainer(String unit, String command) {
    HostFacts usual = HostFacts.virtualMachine("test", false);
    HostFacts facts =
        new HostFacts(
            usual.hostname(),
            usual.machineId(),
            "docker",
            false,
            usual.memory(),
            usual.processors(),
            usual.security(),
            usual.environment(),
            usual.kernelRelease(),
            usual.osRelease());
    return withActions("", unit, command).facts(facts).boot();
  }

  /** With what systemd 252.39 and 257.13 were seen to end as process 1 of a container. */
  @ParameterizedTest
  @CsvSource({
    "FailureAction=exit-force, exit=3, 3",
    "FailureAction=exit-force, sig=9, 255",
    "FailureAction=exit-force+FailureActionExitStatus=7, exit=3, 7",
    "FailureAction=exit-force+FailureActionExitStatus=7+FailureActionExitStatus=, exit=3, 3",
    "FailureAction=exit-force+FailureActionExitStatus=256, exit=3, 3",
    "SuccessAction=exit-force, exit=0, 0",
    "SuccessAction=exit-force+SuccessActionExitStatus=9, exit=0, 9",
    "SuccessAction=exit-force+FailureActionExitStatus=9, exit=0, 0"
  })
  void process1OfAContainerEndsWithAStatus(String unit, String command, int status) {
    Booted booted = inContainer(unit.replace('+', '\n'), command);
    assertThat(ends(booted)).containsExactly("exit");
    assertThat(booted.facts(Fact.MachineEnded.class).getFirst().exitStatus()).contains(status);
  }

  @Test
  void aStartLimitActionIsCarriedOut() {
    Booted booted =
        withActions(
                "Restart=always\nRestartSec=0",
                "StartLimitAction=reboot-force\nStartLimitBurst=2",
                "run=10 exit=1")
            .boot();
    assertThat(ends(booted)).containsExactly("reboot");
  }

  @Test
  void aJobTimeoutActionIsCarriedOut() {
    Booted booted =
        withActions(
                "Type=oneshot",
                "JobTimeoutSec=2\nJobTimeoutAction=reboot-immediate",
                "sleep=60000 exit=0")
            .boot();
    assertThat(ends(booted)).containsExactly("reboot");
  }

  @Test
  void whatStillRunsIsToldToGoBeforeTheMachineEnds() {
    Booted booted = withActions("", "", "run=inf").boot();
    spawn(booted, "/usr/bin/b", "term=1500", "run=inf");
    pass(booted, 1);
    long before = booted.machine().kernel().now();
    booted.systemctl("reboot --force");
    assertThat(ends(booted)).containsExactly("reboot");
    assertThat(booted.facts(Fact.Logged.class))
        .containsExactly(
            new Fact.Logged(
                "systemd-shutdown", "Sending SIGTERM to remaining processes: a.service, left"));
    assertThat(booted.machine().kernel().now() - before).isGreaterThan(1_400_000);
    assertThat(booted.machine().processes().in("")).isEmpty();
  }

  @Test
  void whatDoesNotGoIsKilledAfter90Seconds() {
    Booted booted = withActions("", "", "run=inf").boot();
    spawn(booted, "/usr/bin/b", "term=ignore", "run=inf");
    pass(booted, 1);
    booted.systemctl("poweroff --force");
    assertThat(ends(booted)).isEmpty();
    pass(booted, 90);
    assertThat(ends(booted)).containsExactly("poweroff");
  }

  @Test
  void directoriesAreMadeForAServiceAndThoseBelowRunGoWithIt() {
    Booted booted = withActions("RuntimeDirectory=a/x\nStateDirectory=a b", "", "run=inf").boot();
    assertThat(booted.machine().files().isDirectory("/run/a/x")).isTrue();
    assertThat(booted.machine().files().isDirectory("/var/lib/b")).isTrue();
    booted.systemctl("stop", "a.service");
    assertThat(booted.machine().files().exists("/run/a/x")).isFalse();
    assertThat(booted.machine().files().isDirectory("/var/lib/a")).isTrue();
  }
}
