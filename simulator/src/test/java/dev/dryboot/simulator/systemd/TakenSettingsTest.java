package dev.dryboot.simulator.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.systemd.TestBoot.Booted;
import dev.dryboot.simulator.systemd.unit.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Boots with lines that systemd ignores or refuses; the outcomes were observed with 252 and 257.
 */
class TakenSettingsTest {
  private static final String OK = "[Service]\nType=oneshot\nExecStart=/usr/bin/b exit=0\n";

  private static Booted boot(String text) {
    return TestBoot.usual().unit("a.service", text).wants("a.service").boot();
  }

  private static Booted bootWithDropIn(String text) {
    return TestBoot.usual()
        .unit("a.service", OK + "RemainAfterExit=yes\n")
        .unit("a.service.d/a.conf", text)
        .wants("a.service")
        .boot();
  }

  private static String loadState(Booted booted) {
    return booted.manager().processOne().load("a.service").orElseThrow().unit().loadState().word();
  }

  private static Settings settings(Booted booted) {
    return booted.manager().processOne().load("a.service").orElseThrow().unit().settings();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RemainAfterExit=maybe",
        "Type=twoshot",
        "Restart=sometimes",
        "KillSignal=SIGFOO",
        "ExecStartPre=-x/y exit=1",
        "ExecStartPre=-/usr/bin/b \"exit=1",
        "EnvironmentFile=none",
        "Slice=foo.service",
        "[Unit]\nConditionPathExists=/none/%z",
        "[Unit]\nConditionPathExists=none",
        "[Unit]\nSurely=this",
        "[Timer]\nOnBootSec=soon",
        "X-Note=%z",
      })
  void a_line_that_is_ignored_has_no_effect(String line) {
    Booted booted = boot(OK + "RemainAfterExit=yes\n" + line + "\n");

    assertThat(loadState(booted)).isEqualTo("loaded");
    assertThat(booted.state("a.service")).isEqualTo("active/exited/success");
  }

  @Test
  void the_value_before_an_ignored_one_stays() {
    Settings settings =
        settings(
            boot(
                "[Unit]\nDescription=first\nDescription=x %z y\n"
                    + OK
                    + "TimeoutStartSec=9\nTimeoutStartSec=foo\n"));

    assertThat(settings.text("Unit", "Description", "")).isEqualTo("first");
    assertThat(settings.microseconds("Service", "TimeoutStartSec", 0)).isEqualTo(9_000_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"100%", "100% sure", "%%"})
  void a_percent_sign_before_no_letter_is_no_specifier(String text) {
    assertThat(
            settings(boot("[Unit]\nDescription=" + text + "\n" + OK))
                .text("Unit", "Description", ""))
        .isEqualTo(text);
  }

  @Test
  void of_a_list_the_words_count_that_are_taken() {
    Booted booted =
        boot(
            "[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStart=/usr/bin/b exit=5\n"
                + "SuccessExitStatus=bogus 5\n[Unit]\nAfter=%z.service b.service\n");

    assertThat(booted.state("a.service")).isEqualTo("active/exited/success");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ExecStartPost=x/y",
        "ExecStartPost=/usr/bin/b %z",
        "ExecStartPost=-/usr/bin/b %z",
        "ExecStartPost=@/usr/bin/b",
        "ExecStartPost=/usr/bin/b \"exit=0",
        "User=%z",
        "RootDirectory=%z",
        "Restart=always",
      })
  void a_line_that_refuses_the_unit_makes_it_a_bad_setting(String line) {
    Booted booted = boot(OK + line + "\n");

    boolean optional = line.equals("ExecStartPost=-/usr/bin/b %z");
    assertThat(loadState(booted)).isEqualTo(optional ? "loaded" : "bad-setting");
    assertThat(booted.jobs().contains("a.service/start=done")).isEqualTo(optional);
  }

  @Test
  void what_requires_a_refused_unit_cannot_be_started() {
    Booted booted =
        TestBoot.usual()
            .unit("a.service", OK + "ExecStartPost=x/y\n")
            .service("b.service", "Requires=a.service", "", "run=inf")
            .wants("b.service")
            .boot();

    assertThat(booted.state("b.service")).isEqualTo("inactive/dead/success");
    assertThat(booted.systemctl("start", "b.service")).isNotZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[Service]\nExecStartPost=x/y\n[Unit]\nDescription=after\n", "[Bro ken\n[Unit]\n"})
  void a_drop_in_counts_up_to_the_line_that_would_refuse_a_unit(String rest) {
    Booted booted = bootWithDropIn("[Unit]\nDescription=before\n" + rest + "Description=after\n");

    assertThat(booted.state("a.service")).isEqualTo("active/exited/success");
    assertThat(settings(booted).text("Unit", "Description", "")).isEqualTo("before");
  }

  @Test
  void a_second_command_in_a_drop_in_refuses_the_unit() {
    Booted booted = bootWithDropIn("[Service]\nType=simple\nExecStart=/usr/bin/b exit=0\n");

    assertThat(loadState(booted)).isEqualTo("bad-setting");
  }

  @Test
  void a_broken_header_in_the_units_own_file_is_an_error() {
    assertThat(loadState(boot(OK + "[Bro ken\n"))).isEqualTo("error");
  }

  @Test
  void a_directive_is_ignored_by_the_versions_before_it() {
    String text =
        "[Service]\nRestart=on-failure\nRestartSec=100ms\nRestartMode=direct\nRestartSteps=9\n"
            + "ExecStart=/usr/bin/b exit=0\n";
    for (SystemdVersion version : SystemdVersion.values()) {
      Booted booted =
          TestBoot.usual().version(version).unit("a.service", text).wants("a.service").boot();

      assertThat(settings(booted).last("Service", "RestartMode").isPresent())
          .isEqualTo(version == SystemdVersion.V257);
    }
  }
}
