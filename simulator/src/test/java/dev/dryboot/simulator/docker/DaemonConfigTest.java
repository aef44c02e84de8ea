package dev.dryboot.simulator.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DaemonConfigTest {
  private static DaemonConfig config(String text, String... flags) {
    return DaemonConfig.read(Optional.of(SourceText.of("daemon.json", text)), List.of(flags));
  }

  private static String refused(String text, String... flags) {
    return config(text, flags).refusal().map(r -> r.place().text() + " " + r.what()).orElse("");
  }

  @Test
  void says_at_which_character_it_stops_being_json() {
    assertThat(refused("{\"debug\": true,}")).startsWith("} ");
    assertThat(refused("{'debug': true}")).startsWith("' ");
    assertThat(refused("// mine\n{}")).startsWith("/ ");
    assertThat(refused("[]")).startsWith("[] ");
    assertThat(refused(" \n")).isEmpty();
  }

  @Test
  void a_key_that_the_daemon_does_not_know_is_refused() {
    assertThat(refused("{\"registry-mirror\": []}")).startsWith("\"registry-mirror\" ");
    assertThat(refused("{\"registry-mirrors\": []}")).isEmpty();
  }

  @Test
  void a_value_has_the_type_of_its_key() {
    assertThat(refused("{\"log-opts\": {\"max-file\": 3}}")).contains("texts in quotes");
    assertThat(refused("{\"log-opts\": {\"max-file\": \"3\"}}")).isEmpty();
    assertThat(refused("{\"registry-mirrors\": \"https://m\"}")).contains("a list");
    assertThat(refused("{\"mtu\": \"1400\"}")).contains("a number");
    assertThat(refused("{\"features\": {\"buildkit\": \"yes\"}}")).contains("true or false");
  }

  @Test
  void what_a_flag_says_as_well_is_refused_even_where_both_agree() {
    assertThat(refused("{\"live-restore\": true}", "--live-restore")).contains("--live-restore");
    assertThat(refused("{\"hosts\": []}", "-H", "fd://")).contains("-H");
    assertThat(refused("{\"exec-opts\": []}", "--exec-opt", "native.cgroupdriver=systemd"))
        .contains("--exec-opt");
    assertThat(refused("{\"log-opts\": {}}", "--log-driver=journald")).isEmpty();
  }

  @Test
  void its_settings_hold_where_nothing_is_refused() {
    DaemonConfig config = config("{\"live-restore\": true, \"data-root\": \"/srv/docker\"}");

    assertThat(config.isOn("live-restore")).isTrue();
    assertThat(config.isOn("debug")).isFalse();
    assertThat(config.text("data-root")).contains("/srv/docker");
  }
}
