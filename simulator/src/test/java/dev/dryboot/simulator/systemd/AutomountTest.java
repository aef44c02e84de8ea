package dev.dryboot.simulator.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Mount;
import org.junit.jupiter.api.Test;

class AutomountTest {
  private static TestBoot boot(String what, String command) {
    return TestBoot.usual()
        .standardPrograms()
        .file("/data", new FileNode.Directory())
        .unit("data.automount", "[Automount]\nWhere=/data\n")
        .unit("data.mount", "[Mount]\nWhat=" + what + "\nWhere=/data\nType=tmpfs\n")
        .service("a.service", "After=data.automount", "Type=oneshot\nRemainAfterExit=yes", command)
        .wants("data.automount", "a.service");
  }

  @Test
  void who_looks_into_it_waits_for_its_mount() {
    TestBoot.Booted booted = boot("tmpfs", "touch=/data/file exit=0").boot();

    assertThat(booted.state("data.automount")).isEqualTo("active/running/success");
    assertThat(booted.state("data.mount")).isEqualTo("active/mounted/success");
    assertThat(booted.state("a.service")).isEqualTo("active/exited/success");
    Mount mount = booted.machine().files().mountOf("/data/file");
    assertThat(mount.where()).isEqualTo("/data");
    assertThat(booted.machine().files().exists("/data/file")).isTrue();
  }

  @Test
  void nothing_is_mounted_while_nobody_looks() {
    TestBoot.Booted booted = boot("tmpfs", "touch=/database exit=0").boot();

    assertThat(booted.state("data.automount")).isEqualTo("active/waiting/success");
    assertThat(booted.state("data.mount")).isEqualTo("inactive/dead/success");
    assertThat(booted.state("a.service")).isEqualTo("active/exited/success");
  }

  @Test
  void who_waits_goes_on_where_the_automount_is_stopped() {
    TestBoot.Booted booted =
        boot("tmpfs", "sleep=1000 exit=0")
            .unit("data.mount", "[Unit]\nAfter=slow.service\n[Mount]\nWhat=tmpfs\nWhere=/data\n")
            .service("slow.service", "", "Type=oneshot", "sleep=60000")
            .service(
                "b.service",
                "After=data.automount",
                "Type=oneshot\nRemainAfterExit=yes",
                "touch=/data/file exit=0")
            .wants("data.automount", "slow.service", "b.service")
            .boot();
    assertThat(booted.state("b.service")).isEqualTo("activating/start/success");

    booted.systemctl("stop", "data.automount");

    assertThat(booted.state("data.automount")).isEqualTo("inactive/dead/success");
    assertThat(booted.state("b.service")).isEqualTo("active/exited/success");
  }

  private static TestBoot.Booted idle(String timeout, String command) {
    return boot("tmpfs", command)
        .unit("data.automount", "[Automount]\nWhere=/data\nTimeoutIdleSec=" + timeout + "\n")
        .boot();
  }

  private static void pass(TestBoot.Booted booted, long seconds) {
    booted.machine().kernel().run(booted.machine().kernel().now() + seconds * 1_000_000);
  }

  @Test
  void what_nobody_uses_is_unmounted_after_the_idle_time() {
    TestBoot.Booted booted = idle("10", "touch=/data/file exit=0");
    assertThat(booted.state("data.mount")).isEqualTo("active/mounted/success");

    pass(booted, 4);
    assertThat(booted.state("data.mount")).isEqualTo("active/mounted/success");
    pass(booted, 6);

    assertThat(booted.state("data.mount")).isEqualTo("inactive/dead/success");
    assertThat(booted.state("data.automount")).isEqualTo("active/waiting/success");
    assertThat(booted.machine().files().isMountPoint("/data")).isFalse();
  }

  @Test
  void the_next_who_looks_has_it_mounted_again() {
    TestBoot.Booted booted = idle("2", "touch=/data/file exit=0");
    pass(booted, 10);
    assertThat(booted.state("data.mount")).isEqualTo("inactive/dead/success");

    assertThat(booted.systemctl("restart", "a.service")).isZero();

    assertThat(booted.facts(Fact.Mounted.class)).hasSize(2);
  }

  @Test
  void a_program_that_runs_and_names_it_keeps_it_mounted() {
    TestBoot.Booted booted = idle("2", "touch=/data/file sleep=20000 exit=0");
    pass(booted, 12);
    assertThat(booted.state("data.mount")).isEqualTo("active/mounted/success");

    pass(booted, 10);

    assertThat(booted.state("data.mount")).isEqualTo("inactive/dead/success");
  }

  @Test
  void it_stays_mounted_where_no_idle_time_is_said() {
    TestBoot.Booted booted = idle("0", "touch=/data/file exit=0");
    pass(booted, 3600);
    assertThat(booted.state("data.mount")).isEqualTo("active/mounted/success");
  }

  @Test
  void what_needs_the_mount_is_stopped_with_it() {
    TestBoot.Booted booted =
        boot("tmpfs", "touch=/data/file exit=0")
            .unit("data.automount", "[Automount]\nWhere=/data\nTimeoutIdleSec=2\n")
            .service("b.service", "RequiresMountsFor=/data/x", "", "run=inf")
            .wants("data.automount", "a.service", "b.service")
            .boot();
    pass(booted, 10);
    assertThat(booted.state("b.service")).isEqualTo("inactive/dead/success");
  }
}
