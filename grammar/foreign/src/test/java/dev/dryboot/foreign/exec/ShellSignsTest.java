package dev.dryboot.foreign.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.foreign.directive.SystemdVersion;
import dev.dryboot.foreign.directive.UnitFileChecker;
import dev.dryboot.foreign.directive.UnitFileKind;
import dev.dryboot.foreign.directive.UnitFileRules;
import dev.dryboot.foreign.unitfile.UnitFileReader;
import dev.dryboot.source.SourceText;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellSignsTest {

  /** What the checker of unit files points at, in a service with that command. */
  private static String signs(String command) {
    var source =
        SourceText.of(
            "a.service", "[Service]\nExecStart=/bin/true\nExecStartPre=" + command + "\n");
    return UnitFileChecker.check(
            UnitFileReader.read(source),
            "a.service",
            UnitFileKind.ofName("a.service").orElseThrow(),
            SystemdVersion.V257)
        .diagnostics()
        .stream()
        .filter(d -> d.rule().equals(UnitFileRules.NO_SHELL))
        .map(d -> d.span().orElseThrow().text())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "/bin/echo hi > /tmp/x~>",
        "/bin/echo hi >/tmp/x~>/tmp/x",
        "/bin/app 2>&1~2>&1",
        "/bin/a | /bin/b~|",
        "/bin/a && /bin/b~&&",
        "/bin/a --id $(hostname)~$(hostname)",
        "/bin/a `date`~`date`",
        "/bin/rm -rf /tmp/cache/*~/tmp/cache/*",
        "-/bin/sh -c echo hi > /tmp/x~>",
      })
  void whatOnlyAShellUnderstandsIsTold(String command, String sign) {
    assertThat(signs(command)).isEqualTo(sign);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/bin/sh -c 'echo hi > /tmp/x'",
        "/bin/bash -ec \"a | b && echo $(date)\"",
        "/bin/podman exec web sh -c 'a && b'",
        "/bin/find / -name *.log -delete",
        "/bin/rsync --exclude /var/* a b",
        "/bin/awk '$1 > 5' /etc/passwd",
        "/bin/grep '>' /etc/fstab",
        "/bin/app --listen ${ADDRESS}:80 $OPTIONS",
        "/bin/app --on-change a&b",
      })
  void whatAProgramOrAShellIsGivenIsNotTold(String command) {
    assertThat(signs(command)).isEmpty();
  }
}
