package dev.dryboot.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsCheckTest {
  private static Report check(String members) {
    return Findings.LANGUAGE
        .parse(SourceText.of("test.boot", "host a {\n" + members + "\n}\n"))
        .report();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "service s { timeout-start-sec 5m } | 2:32 DB023 `m` is not a unit of time | write `5min`",
        "service s { restart-sec 5 } | 2:25 DB023 the duration `5` has no unit | write `5s` for seconds; units are us, ms, s, min, h, d, w",
        "service s { type onehsot } | 2:18 DB025 `onehsot` is not one of the words this setting knows | did you mean `oneshot`?",
        "service s { remain-after-exit true } | 2:31 DB022 this setting is `yes` or `no`, not `true` | write `yes`",
        "service s { env A = 1 } | 2:13 DB019 `env` is not a setting of a service | did you mean `environment`?",
        "container c { environment A = 1 } | 2:15 DB019 `environment` is not a setting of a container | did you mean `env`?",
        "container c { memory 20GB } | 2:24 DB023 `GB` is not a unit of size | write `20GiB`: units are powers of 1024, and say so",
        "container c { memory 512 } | 2:22 DB023 the size `512` has no unit | write `512MiB`, say; units are B, KiB, MiB, GiB, TiB",
        "container c { publish 80 } | 2:23 DB026 `publish` needs `->` | it is written `publish … -> …, …`",
        "container c { publish 80 -> 99999 } | 2:29 DB024 ports go from 1 to 65535, not to 99999 | ~~",
        "container c { publish 80 -> 80/tpc } | 2:32 DB025 `tpc` is not a protocol of ports | write `80/tcp`",
        "container c { replicas 1.5 } | 2:25 DB023 a whole number has no `.5` behind it | write `1`",
        "container c { image ~\"a\", \"b\"~ } | ~2:26 DB021 `image` takes one value~ | it is written `image …`",
        "container c { tpm2 yes } | 2:15 DB020 `tpm2` is not a setting of a container | it belongs in a luks",
        "file ~\"/x\"~ { mode 644 } | 2:18 DB022 the mode `644` does not begin with `0` | write `0644`, so that it reads as octal",
        "interface e { address 10.0.0.256/24 } | 2:30 DB024 `256` is not a number from 0 to 255 | an address has four of them, such as `10.0.0.5`",
        "interface e { address 10.0.0.5/33 } | 2:32 DB024 the prefix behind the slash is a number from 0 to 32 | ~~",
        "remove contaner x | 2:8 DB007 `contaner` is not a kind of thing that can be removed | did you mean `container`?",
        "updates ~\"x\"~ | 2:1 DB026 `updates` needs braces | it is written `updates { … }`",
        "hostname ~\"x\"~ { } | 2:1 DB026 `hostname` has no braces | it is written `hostname …`"
      })
  void a_wrong_setting_is_told_at_its_character(String members, String finding, String help) {
    Report report = check(members.replace("~", ""));
    assertThat(Findings.lines(report)).containsExactly(finding);
    assertThat(Findings.help(report)).containsExactly(help == null ? "" : help);
  }

  @Test
  void what_holds_a_placeholder_is_left_to_the_compiler() {
    assertThat(check("file \"/x\" { mode ${mode} }\ncontainer c { memory \"${m}\" }").diagnostics())
        .isEmpty();
  }
}
