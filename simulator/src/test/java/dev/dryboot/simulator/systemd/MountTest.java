package dev.dryboot.simulator.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.ServiceManager;
import dev.dryboot.simulator.systemd.TestBoot.Booted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What mount units do was observed on systemd 252.39 and 257.13, where no version is named. */
class MountTest {
  private final TestBoot boot = TestBoot.usual().standardPrograms();

  private Booted boot(String settings) {
    return boot.unit("mnt.mount", "[Mount]\nWhat=tmpfs\nWhere=/mnt\nType=tmpfs\n" + settings)
        .wants("basic.target")
        .boot();
  }

  private static String state(Booted booted) {
    return booted.state("mnt.mount");
  }

  private static void pass(Booted booted, long milliseconds) {
    booted.machine().kernel().run(booted.machine().kernel().now() + milliseconds * 1000);
  }

  /** Asks for something, and goes on after so many milliseconds. */
  private static void ask(Booted booted, String verb, long milliseconds) {
    booted.manager().request(ServiceManager.Request.of("test", verb, "mnt.mount"), status -> {});
    pass(booted, milliseconds);
  }

  @Test
  void isMountedByMountAndUnmountedByUmount() {
    Booted booted = boot("");
    assertThat(booted.systemctl("start", "mnt.mount")).isZero();
    assertThat(state(booted)).isEqualTo("active/mounted/success");
    assertThat(booted.machine().files().isMountPoint("/mnt")).isTrue();

    assertThat(booted.systemctl("stop", "mnt.mount")).isZero();

    assertThat(state(booted)).isEqualTo("inactive/dead/success");
    assertThat(booted.machine().files().isMountPoint("/mnt")).isFalse();
  }

  @Test
  void failsWhereNothingIsMountedAfterwards() {
    boot.command("mount", "exit=0");
    Booted booted = boot("");
    assertThat(booted.systemctl("start", "mnt.mount")).isEqualTo(1);
    assertThat(state(booted)).isEqualTo("failed/failed/protocol");
  }

  @Test
  void whoStopsItWhileMountRunsKillsMount() {
    boot.command("mount", "sleep=4000");
    Booted booted = boot("");
    ask(booted, "start", 700);
    assertThat(state(booted)).isEqualTo("activating/mounting/success");

    ask(booted, "stop", 100);

    assertThat(state(booted)).isEqualTo("failed/failed/signal");
    assertThat(booted.jobs()).endsWith("mnt.mount/start=canceled", "mnt.mount/stop=done");
  }

  @ParameterizedTest
  @CsvSource({"all, 0", "control, 0", "main, 1"})
  void mountIsItsControlProcess(String whom, int status) {
    boot.command("mount", "sleep=4000");
    Booted booted = boot("");
    ask(booted, "start", 700);

    assertThat(booted.systemctl("kill --kill-whom=" + whom, "mnt.mount")).isEqualTo(status);

    assertThat(state(booted))
        .isEqualTo(status == 0 ? "failed/failed/signal" : "failed/failed/protocol");
  }

  @ParameterizedTest
  @CsvSource({"all, 0", "control, 1", "main, 1"})
  void whatIsMountedHasNobodyToKill(String whom, int status) {
    Booted booted = boot("");
    booted.systemctl("start", "mnt.mount");
    assertThat(booted.systemctl("kill --kill-whom=" + whom, "mnt.mount")).isEqualTo(status);
    assertThat(state(booted)).isEqualTo("active/mounted/success");
  }

  @Test
  void mountThatTakesTooLongIsTerminatedAndThenKilled() {
    boot.command("mount", "term=ignore run=inf");
    Booted booted = boot("TimeoutSec=1\n");
    ask(booted, "start", 1600);
    assertThat(state(booted)).isEqualTo("deactivating/unmounting-sigterm/timeout");

    pass(booted, 1000);

    assertThat(state(booted)).isEqualTo("failed/failed/timeout");
    assertThat(booted.jobs()).endsWith("mnt.mount/start=failed");
  }

  @ParameterizedTest
  @CsvSource({"exit=32, exit-code", "run=inf, timeout", "term=ignore run=inf, timeout"})
  void staysMountedWhereUmountFails(String umount, String result) {
    boot.command("umount", umount);
    Booted booted = boot("TimeoutSec=1\n");
    booted.systemctl("start", "mnt.mount");

    assertThat(booted.systemctl("stop", "mnt.mount")).isEqualTo(1);

    assertThat(state(booted)).isEqualTo("active/mounted/" + result);
    assertThat(booted.jobs()).endsWith("mnt.mount/stop=failed");
  }

  @ParameterizedTest
  @EnumSource(SystemdVersion.class)
  void anUmountThatSucceedsInTheEndIsAllThatCountsOn257(SystemdVersion version) {
    boot.version(version).command("umount", "exit=32");
    Booted booted = boot("");
    booted.systemctl("start", "mnt.mount");
    booted.systemctl("stop", "mnt.mount");
    assertThat(state(booted)).isEqualTo("active/mounted/exit-code");

    booted.machine().files().unmount("/mnt");
    boot.command("umount", "exit=0");
    booted.systemctl("stop", "mnt.mount");

    assertThat(state(booted))
        .isEqualTo(
            version == SystemdVersion.V257 ? "inactive/dead/success" : "failed/failed/exit-code");
  }

  @Test
  void anUmountThatFailsButUnmountsIsFine() {
    Booted booted = boot("");
    booted.systemctl("start", "mnt.mount");
    boot.command("umount", "exit=5");
    booted.machine().files().unmount("/mnt");

    assertThat(booted.systemctl("stop", "mnt.mount")).isZero();

    assertThat(state(booted)).isEqualTo("inactive/dead/success");
  }

  @Test
  void withoutSigkillItIsMountedAgainOnceUmountIsOverdue() {
    boot.command("umount", "term=ignore run=inf");
    Booted booted = boot("TimeoutSec=1\nSendSIGKILL=no\n");
    booted.systemctl("start", "mnt.mount");
    ask(booted, "stop", 1600);
    assertThat(state(booted)).isEqualTo("deactivating/unmounting-sigterm/timeout");

    pass(booted, 1000);

    assertThat(state(booted)).isEqualTo("active/mounted/timeout");
  }

  @ParameterizedTest
  @CsvSource({"exit=7", "run=inf", "term=ignore run=inf"})
  void staysMountedAndWellWhereAReloadFails(String mount) {
    Booted booted = boot("TimeoutSec=1\n");
    booted.systemctl("start", "mnt.mount");
    boot.command("mount", mount);

    assertThat(booted.systemctl("reload", "mnt.mount")).isEqualTo(1);

    assertThat(state(booted)).isEqualTo("active/mounted/success");
    assertThat(booted.jobs()).endsWith("mnt.mount/reload=failed");
  }

  @ParameterizedTest
  @EnumSource(SystemdVersion.class)
  void aStopDuringAReloadUnmountsOn257Only(SystemdVersion version) {
    boot.version(version);
    Booted booted = boot("");
    booted.systemctl("start", "mnt.mount");
    boot.command("mount", "sleep=4000");
    ask(booted, "reload", 700);
    assertThat(state(booted)).isEqualTo("reloading/remounting/success");

    ask(booted, "stop", 700);

    boolean unmounts = version == SystemdVersion.V257;
    assertThat(state(booted))
        .isEqualTo(unmounts ? "inactive/dead/success" : "active/mounted/signal");
    assertThat(booted.jobs()).endsWith("mnt.mount/stop=" + (unmounts ? "done" : "failed"));
  }

  @Test
  void theFirstFailureIsTheResultAlsoWhereTheStartLimitIsHit() {
    boot.command("mount", "exit=7");
    Booted booted = boot("[Unit]\nStartLimitIntervalSec=1h\n");
    for (int start = 0; start < 6; start++) {
      assertThat(booted.systemctl("start", "mnt.mount")).isEqualTo(1);
    }
    assertThat(state(booted)).isEqualTo("failed/failed/exit-code");
    assertThat(booted.facts(Fact.ProcessStarted.class)).hasSize(5);
  }

  @Test
  void aSwapIsOnUntilSwapoffSucceeds() {
    boot.unit("swap.swap", "[Swap]\nWhat=/swap\n");
    Booted booted = boot("");
    assertThat(booted.systemctl("start", "swap.swap")).isZero();
    boot.command("swapoff", "exit=255");
    assertThat(booted.systemctl("stop", "swap.swap")).isEqualTo(1);
    assertThat(booted.state("swap.swap")).isEqualTo("active/active/exit-code");

    boot.command("swapoff", "exit=0");
    assertThat(booted.systemctl("stop", "swap.swap")).isZero();
    assertThat(booted.state("swap.swap")).isEqualTo("failed/failed/exit-code");
  }

  /** As swap.c of both releases says. */
  @Test
  void startsOfSwapsAreCounted() {
    boot.unit("swap.swap", "[Unit]\nStartLimitIntervalSec=1h\n[Swap]\nWhat=/swap\n");
    boot.command("swapon", "exit=255");
    Booted booted = boot("");
    for (int start = 0; start < 6; start++) {
      booted.systemctl("start", "swap.swap");
    }
    assertThat(booted.facts(Fact.ProcessStarted.class)).hasSize(5);
  }
}
