package dev.dryboot.simulator.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Conditions as {@code systemd-analyze condition} of 252.39 and of 257.13 answered them, on a
 * machine with the same command line, kernel and os-release.
 */
class ObservedConditionsTest {
  private static final Map<String, String> OS_RELEASE =
      new LinkedHashMap<>(
          Map.of(
              "NAME", "Debian GNU/Linux",
              "ID", "debian",
              "VERSION_ID", "12",
              "VARIANT", "server",
              "BUILD_ID", "1.2.3~rc1-4",
              "EMPTY", ""));

  @ParameterizedTest
  @EnumSource
  void are_answered_as_the_real_program_does(SystemdVersion version) {
    List<String> expected = RecordedCase.lines(ObservedConditionsTest.class, "conditions.txt");
    assertThat(expected).hasSizeGreaterThan(140);
    TestBoot boot = machine().version(version);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < expected.size(); i++) {
      String condition = expected.get(i).split("\t", -1)[1];
      names.add("c" + i + ".service");
      boot.service("c" + i + ".service", condition, "", "run=inf");
    }
    TestBoot.Booted booted = boot.wants(names.toArray(String[]::new)).boot();

    List<String> otherwise = new ArrayList<>();
    for (int i = 0; i < expected.size(); i++) {
      boolean met = booted.state("c" + i + ".service").startsWith("active");
      if (met != expected.get(i).startsWith("yes\t")) {
        otherwise.add(expected.get(i));
      }
    }
    assertThat(otherwise).isEmpty();
  }

  private static TestBoot machine() {
    return TestBoot.usual()
        .commandLine(
            "BOOT_IMAGE=/vmlinuz",
            "root=/dev/vda1",
            "quiet",
            "foo=bar",
            "quo ted",
            "a=b=c",
            "systemd.x=1")
        .recorder("oracle", OS_RELEASE)
        .file("/etc/passwd", text("root:x:0:0::/root:/bin/sh\n", 0644))
        .file("/usr/bin/sh", text("ELF", 0755))
        .file("/bin", new FileNode.SymbolicLink("usr/bin", SourceText.of("/bin", "usr/bin")));
  }

  private static FileNode text(String text, int mode) {
    return new FileNode.Regular(SourceText.of("file", text), mode, "root", "root");
  }

  @Test
  void what_only_the_machine_can_tell_is_noted() {
    TestBoot.Booted booted =
        TestBoot.usual()
            .service("a.service", "ConditionCPUFeature=avx512f", "", "run=inf")
            .service("b.service", "ConditionMemoryPressure=10%", "", "run=inf")
            .service("c.service", "ConditionCPUFeature=sse2", "", "run=inf")
            .wants("a.service", "b.service", "c.service")
            .boot();

    assertThat(booted.state("a.service")).isEqualTo("inactive/dead/success");
    assertThat(booted.state("b.service")).isEqualTo("active/running/success");
    assertThat(booted.state("c.service")).isEqualTo("active/running/success");
    assertThat(booted.facts(Fact.NotModelled.class))
        .extracting(Fact.NotModelled::what)
        .containsExactlyInAnyOrder("ConditionCPUFeature=avx512f", "ConditionMemoryPressure=10%");
  }

  @Test
  void credentials_come_from_the_command_line_and_from_the_systems_directory() {
    TestBoot.Booted booted =
        TestBoot.usual()
            .commandLine("systemd.set_credential=one:text")
            .file("/run/credentials/@system/two", text("text", 0400))
            .service("a.service", "ConditionCredential=one", "", "run=inf")
            .service("b.service", "ConditionCredential=two", "", "run=inf")
            .service("c.service", "ConditionCredential=three", "", "run=inf")
            .wants("a.service", "b.service", "c.service")
            .boot();

    assertThat(booted.state("a.service")).isEqualTo("active/running/success");
    assertThat(booted.state("b.service")).isEqualTo("active/running/success");
    assertThat(booted.state("c.service")).isEqualTo("inactive/dead/success");
  }

  @Test
  void a_directory_is_up_to_date_once_that_is_on_record() {
    TestBoot.Booted booted =
        TestBoot.usual()
            .file("/etc/.updated", text("", 0644))
            .service("a.service", "ConditionNeedsUpdate=/etc", "", "run=inf")
            .service("b.service", "ConditionNeedsUpdate=/var", "", "run=inf")
            .wants("a.service", "b.service")
            .boot();

    assertThat(booted.state("a.service")).isEqualTo("inactive/dead/success");
    assertThat(booted.state("b.service")).isEqualTo("active/running/success");
    TestBoot.Booted told =
        TestBoot.usual()
            .commandLine("systemd.condition_needs_update=no")
            .service("b.service", "ConditionNeedsUpdate=/var", "", "run=inf")
            .wants("b.service")
            .boot();
    assertThat(told.state("b.service")).isEqualTo("inactive/dead/success");
  }
}
