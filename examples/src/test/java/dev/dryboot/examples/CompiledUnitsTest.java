package dev.dryboot.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Units that come of hosts, by the names that systemd looks for. */
class CompiledUnitsTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aServiceForEachConnectionIsATemplateAndStandsForItsSocket() throws IOException {
    Files.writeString(
        folder.resolve("a.boot"),
        """
        host sockets {
          targets ubuntu 24.04
          service echo {
            exec-start "/usr/bin/cat"
            socket { listen-stream 7  accept yes }
          }
          service other {
            exec-start "/usr/bin/sleep infinity"
            after      echo
          }
        }
        """);
    Dryboot run = Dryboot.run(folder, "compile", "a.boot", "-o", "-");
    assertThat(run.out())
        .contains("/etc/systemd/system/echo@.service", "After=echo.socket")
        .doesNotContain("path: /etc/systemd/system/echo.service");
  }
}
