package dev.dryboot.targets.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.scenario.Scenario;
import dev.dryboot.source.Diagnostic;
import org.junit.jupiter.api.Test;

class CloudInitStagesTest {
  private static final Scenario TWO_BOOTS = Scenario.FIRST_BOOT.boots(2, Scenario.Between.REBOOT);

  private static long times(Provisioned machine, String path) {
    return machine.evidence().trace().entries().stream()
        .filter(e -> e.fact() instanceof Fact.FileWritten w && w.path().equals(path))
        .count();
  }

  private static boolean dockerRuns(Fact fact) {
    return fact instanceof Fact.UnitChanged u
        && u.unit().equals("docker.service")
        && u.active().equals("active");
  }

  @Test
  void stagesComeInOrder() {
    var machine = Provisioned.cloudInit("#cloud-config\nhostname: web\n");
    assertThat(machine.stage("local")).isNotNegative().isLessThan(machine.stage("network"));
    assertThat(machine.stage("network")).isLessThan(machine.stage("config"));
    assertThat(machine.stage("config")).isLessThan(machine.stage("final"));
    assertThat(machine.file("/etc/hostname").orElse("")).isEqualTo("web\n");
  }

  @Test
  void aFileOfAUserWhoIsMadeLaterFailsAndDeferredItDoesNot() {
    String config =
        "#cloud-config\nusers: [default, {name: ann}]\nwrite_files:\n"
            + "- {path: /srv/a, owner: 'ann:ann', content: x%s}\n";
    var early = Provisioned.cloudInit(config.formatted(""));
    assertThat(early.problems()).anyMatch(p -> p.contains("write_files") && p.contains("ann"));
    assertThat(early.report().diagnostics())
        .extracting(d -> d.rule().code())
        .contains("CI012", "BO005");
    var late = Provisioned.cloudInit(config.formatted(", defer: true"));
    assertThat(late.problems()).isEmpty();
    assertThat(late.file("/srv/a")).contains("x");
    assertThat(late.written("/srv/a")).isGreaterThan(late.stage("final"));
  }

  @Test
  void bootcmdRunsBeforeFilesAreWrittenAndRuncmdAfterTheFinalStageBegan() {
    var machine =
        Provisioned.cloudInit(
            """
            #cloud-config
            write_files: [{path: /srv/a, content: x}]
            bootcmd: [[touch, /run/early]]
            runcmd: [[touch, /run/late]]
            """);
    assertThat(machine.written("/run/early"))
        .isBetween(machine.stage("network"), machine.written("/srv/a"));
    assertThat(machine.written("/run/late")).isGreaterThan(machine.stage("final"));
  }

  @Test
  void atTheSecondBootBootcmdRunsAgainAndRuncmdDoesNot() {
    var machine =
        Provisioned.cloudInit(
            "#cloud-config\nbootcmd: [[touch, /run/early]]\nruncmd: [[touch, /run/late]]\n",
            TWO_BOOTS);
    assertThat(machine.evidence().boots()).hasSize(2);
    assertThat(times(machine, "/run/early")).isEqualTo(2);
    assertThat(times(machine, "/run/late")).isEqualTo(1);
  }

  @Test
  void aChangeOfAFileIsNotUndoneAtTheSecondBoot() {
    var machine =
        Provisioned.cloudInit(
            "#cloud-config\nwrite_files: [{path: /srv/a, content: x}]\n"
                + "runcmd: ['rm /srv/a']\n",
            TWO_BOOTS);
    assertThat(machine.file("/srv/a")).isEmpty();
  }

  @Test
  void startingWhatWaitsForCloudInitIsADeadlock() {
    var machine =
        Provisioned.cloudInit(
            """
            #cloud-config
            write_files:
            - path: /etc/systemd/system/late.service
              content: |
                [Unit]
                After=cloud-final.service
                [Service]
                ExecStart=/usr/bin/sleep infinity
            runcmd:
            - systemctl daemon-reload
            - systemctl start late.service
            """);
    assertThat(machine.errors()).extracting(d -> d.rule().code()).contains("BO003");
    assertThat(machine.when(f -> f instanceof Fact.Waiting w && w.on().contains("late.service")))
        .isPositive();
  }

  @Test
  void waitingForTheEndOfTheBootIsADeadlockWhereTheBootWaits() {
    var waiting =
        Provisioned.cloudInit(
            """
            #cloud-config
            runcmd:
            - systemctl is-system-running --wait
            """);
    assertThat(waiting.errors())
        .anySatisfy(
            d -> {
              assertThat(d.rule().code()).isEqualTo("BO003");
              assertThat(d.message())
                  .isEqualTo("this waits for the end of the boot, of which it is a part itself");
            });
    var asking =
        Provisioned.cloudInit(
            """
            #cloud-config
            runcmd:
            - systemctl is-system-running || true
            - until systemctl is-system-running | grep -q running; do sleep 1; [ $((i=i+1)) ] && break; done
            """);
    assertThat(asking.errors()).extracting(Diagnostic::message).isEmpty();
  }

  @Test
  void startingItWithoutWaitingIsNone() {
    var machine =
        Provisioned.cloudInit(
            """
            #cloud-config
            write_files:
            - path: /etc/systemd/system/late.service
              content: |
                [Unit]
                After=cloud-final.service
                [Service]
                ExecStart=/usr/bin/sleep infinity
            runcmd:
            - systemctl daemon-reload
            - systemctl start --no-block late.service
            """);
    assertThat(machine.errors()).extracting(Diagnostic::message).isEmpty();
    assertThat(machine.boot().unit("late.service").orElseThrow().active()).isEqualTo("active");
  }

  @Test
  void mountsAreWrittenToFstabAndMounted() {
    var machine =
        Provisioned.cloudInit(
            """
            #cloud-config
            fs_setup: [{device: /dev/vdb, filesystem: ext4, label: data}]
            mounts: [[LABEL=data, /data, ext4, 'defaults,nofail']]
            write_files: [{path: /data/a, content: x, defer: true}]
            """);
    assertThat(machine.file("/etc/fstab").orElse(""))
        .contains("LABEL=data\t/data\text4\tdefaults,nofail,comment=cloudconfig\t0\t2");
    assertThat(machine.boot().files().isMountPoint("/data")).isTrue();
    assertThat(machine.file("/data/a")).contains("x");
    assertThat(machine.errors()).isEmpty();
    assertThat(machine.report().diagnostics())
        .anySatisfy(d -> assertThat(d.message()).contains("assumed for /dev/vdb"));
  }

  @Test
  void packagesAreInstalledInTheFinalStageAndTheirServicesRun() {
    var machine = Provisioned.cloudInit("#cloud-config\npackages: [docker.io]\n");
    assertThat(machine.when(CloudInitStagesTest::dockerRuns)).isGreaterThan(machine.stage("final"));
    assertThat(machine.boot().unit("docker.service").orElseThrow().active()).isEqualTo("active");
  }

  @Test
  void theMachineRebootsWhenCloudInitIsDone() {
    var machine = Provisioned.cloudInit("#cloud-config\npower_state: {mode: reboot}\n");
    assertThat(machine.evidence().boots()).hasSize(2);
    assertThat(machine.reachedMultiUser()).isTrue();
  }

  @Test
  void usersGroupsAndKeysAreThere() {
    var machine =
        Provisioned.cloudInit(
            """
            #cloud-config
            groups: [{ops: [ann]}]
            users:
            - default
            - {name: ann, uid: 4711, shell: /bin/bash, ssh_authorized_keys: [ssh-ed25519 AAAA ann]}
            """);
    assertThat(machine.file("/etc/passwd").orElse(""))
        .contains("ubuntu:")
        .contains("ann:x:4711:4711::/home/ann:/bin/bash\n");
    assertThat(machine.file("/etc/group").orElse("")).containsPattern("ops:x:[0-9]+:ann\n");
    assertThat(machine.file("/home/ann/.ssh/authorized_keys")).contains("ssh-ed25519 AAAA ann\n");
  }

  @Test
  void aFailingCommandIsAFindingAndTheRestGoesOn() {
    var machine =
        Provisioned.cloudInit(
            "#cloud-config\nbootcmd: [[\"false\"]]\nwrite_files: [{path: /srv/a, content: x}]\n");
    assertThat(machine.problems()).singleElement().asString().contains("bootcmd");
    assertThat(machine.file("/srv/a")).contains("x");
    assertThat(machine.reachedMultiUser()).isTrue();
  }
}
