package dev.dryboot.simulator.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.systemd.TestBoot.Booted;
import dev.dryboot.source.SourceText;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Processes that end before their program runs. */
class SpawnRefusalTest {
  private static FileNode list(String path, String text) {
    return new FileNode.Regular(SourceText.of(path, text));
  }

  private static TestBoot boot(String service, String command) {
    return TestBoot.usual()
        .standardPrograms()
        .file("/etc/passwd", list("/etc/passwd", "root:x:0:0::/root:/bin/sh\n"))
        .file("/etc/group", list("/etc/group", "root:x:0:\n"))
        .file("/srv/there", new FileNode.Directory())
        .file("/usr/share", new FileNode.Directory())
        .service("a.service", "", service.replace('+', '\n'), command)
        .wants("a.service");
  }

  private static Optional<ProcessEnd> end(Booted booted) {
    return booted.facts(Fact.ProcessEnded.class).stream()
        .filter(f -> f.owner().equals("a.service"))
        .map(Fact.ProcessEnded::end)
        .findFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "User=app, 217",
    "Group=app, 216",
    "SupplementaryGroups=root app, 216",
    "WorkingDirectory=/srv/app, 200",
    "WorkingDirectory=/app, 200",
    "User=%p, 217"
  })
  void whatIsNotThereEndsTheProcess(String service, int status) {
    Booted booted = boot(service, "run=inf").boot();
    assertThat(end(booted)).contains(new ProcessEnd.Exited(status));
    assertThat(booted.state("a.service")).isEqualTo("failed/failed/exit-code");
    assertThat(booted.facts(Fact.ExecRefused.class)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "User=root",
    "User=1234",
    "User=app+DynamicUser=yes",
    "User=made",
    "WorkingDirectory=/srv/there",
    "WorkingDirectory=-/srv/app",
    "WorkingDirectory=~",
    "WorkingDirectory=/srv/app+RootDirectory=/srv/there",
    "WorkingDirectory=/var/lib/state+StateDirectory=state",
    "WorkingDirectory=/usr/share/app"
  })
  void whatIsThereOrMayBeDoesNot(String service) {
    Booted booted =
        boot(service, "run=inf")
            .file("/etc/sysusers.d/a.conf", list("/etc/sysusers.d/a.conf", "u made - \"Made\"\n"))
            .boot();
    assertThat(booted.state("a.service")).isEqualTo("active/running/success");
  }

  @Test
  void aUserThatWasAddedBeforeIsThere() {
    Booted booted =
        boot("User=app", "run=inf")
            .unit(
                "add.service",
                "[Unit]\nBefore=a.service\n[Service]\nType=oneshot\n"
                    + "ExecStart=/usr/sbin/useradd --system -s /bin/false app\n")
            .wants("add.service", "a.service")
            .boot();
    assertThat(booted.state("a.service")).isEqualTo("active/running/success");
  }

  @Test
  void whereNobodyKnowsTheUsersNothingIsSaid() {
    Booted booted =
        TestBoot.usual().service("a.service", "", "User=app", "run=inf").wants("a.service").boot();
    assertThat(booted.state("a.service")).isEqualTo("active/running/success");
  }
}
