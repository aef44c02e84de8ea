package dev.dryboot.language.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @ParameterizedTest
  @CsvSource({
    "TimeoutStartSec,timeout-start-sec",
    "CPUQuota,cpu-quota",
    "LimitNOFILE,limit-nofile",
    "UMask,umask",
    "SELinuxContext,selinux-context",
    "ConditionCPUs,condition-cpus",
    "ConditionACPower,condition-ac-power",
    "IPAddressAllow,ip-address-allow",
    "OOMScoreAdjust,oom-score-adjust",
    "OnCalendar,on-calendar",
    "IOReadIOPSMax,io-read-iops-max",
    "BindIPv6Only,bind-ipv6-only",
    "ProtectKernelTunables,protect-kernel-tunables"
  })
  void directives_are_spelt_in_lower_case_with_dashes(String directive, String word) {
    assertThat(DirectiveWord.of(directive)).isEqualTo(word);
  }

  @Test
  void every_kind_of_block_has_a_table_and_every_row_is_consistent() {
    for (BlockKind kind : BlockKind.values()) {
      assertThat(Settings.of(kind).all()).as(kind.name()).isNotEmpty();
      for (Setting setting : Settings.of(kind).all()) {
        assertThat(setting.word()).as(kind.name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
        assertThat(setting.values().isEmpty()).isEqualTo(setting.shape() == Setting.Shape.NONE);
        assertThat(setting.values().isEmpty() && setting.body().isEmpty()).isFalse();
      }
    }
  }

  @Test
  void a_container_has_the_words_of_docker_run_before_those_of_systemd() {
    Settings container = Settings.of(BlockKind.CONTAINER);
    assertThat(container.find("restart").orElseThrow().source())
        .isEqualTo(Setting.Source.DOCKER_RUN);
    assertThat(container.find("timeout-start-sec").orElseThrow().section()).contains("Service");
    assertThat(container.find("environment")).isEmpty();
    assertThat(container.find("exec-start")).isEmpty();
  }
}
