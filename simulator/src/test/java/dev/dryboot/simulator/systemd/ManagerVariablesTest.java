package dev.dryboot.simulator.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.systemd.TestBoot.Booted;
import dev.dryboot.source.SourceText;
import org.junit.jupiter.api.Test;

/** The variables that services have from the manager, and from where it has them. */
class ManagerVariablesTest {
  private static final String CONF = "/etc/systemd/system.conf";

  private static Booted boot() {
    SourceText conf =
        SourceText.of(
            CONF, "[Manager]\nDefaultEnvironment=ALL=conf KERNEL=conf\nManagerEnvironment=OWN=1\n");
    return TestBoot.usual()
        .file(CONF, new FileNode.Regular(conf))
        .commandLine("quiet", "systemd.setenv=KERNEL=line")
        .service("all.service", "", "Type=oneshot", "touch=/run/${ALL}-${KERNEL}-${OWN}")
        .service(
            "passed.service",
            "",
            "Type=oneshot\nPassEnvironment=OWN PATH NOPE",
            "touch=/run/passed-${OWN}-${NOPE}")
        .wants("all.service", "passed.service")
        .boot();
  }

  @Test
  void areThoseOfTheConfigurationAndOfTheKernelsCommandLine() {
    assertThat(boot().machine().files().exists("/run/conf-line-")).isTrue();
  }

  @Test
  void theManagersOwnAreHandedOnWhereTheyAreAskedFor() {
    assertThat(boot().machine().files().exists("/run/passed-1-")).isTrue();
  }

  @Test
  void thoseSetAtRunTimeComeBeforeThem() {
    Booted booted = boot();
    assertThat(booted.systemctl("set-environment", "ALL=now", "KERNEL=")).isZero();
    assertThat(booted.systemctl("start", "all.service")).isZero();
    assertThat(booted.machine().files().exists("/run/now--")).isTrue();
  }
}
