package dev.dryboot.simulator.systemd.unit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.KernelCommandLine;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManagerDefaultsTest {
  private final VirtualFileSystem files = new VirtualFileSystem(FileTree.empty());

  private void write(String path, String text) {
    files.write(path, new FileNode.Regular(SourceText.of(path, "[Manager]\n" + text)));
  }

  private ManagerDefaults defaults(String... arguments) {
    return ManagerDefaults.of(
        files, new KernelCommandLine(List.of(arguments)), new UnitFileCache());
  }

  @Test
  void withoutAFileTheyAreThoseThatAreCompiledIn() {
    assertThat(defaults()).isEqualTo(ManagerDefaults.USUAL);
  }

  @Test
  void dropInsHaveTheLastWordInTheOrderOfTheirNames() {
    write("/etc/systemd/system.conf", "DefaultTimeoutStopSec=10s\nDefaultRestartSec=1s\n");
    write("/usr/lib/systemd/system.conf.d/20-a.conf", "DefaultTimeoutStopSec=20s\n");
    write("/etc/systemd/system.conf.d/10-b.conf", "DefaultTimeoutStopSec=30s\n");
    assertThat(defaults().timeoutStop()).isEqualTo(20_000_000);
    assertThat(defaults().restart()).isEqualTo(1_000_000);
  }

  @Test
  void aDropInOfTheAdministratorTakesThePlaceOfTheVendors() {
    write("/usr/lib/systemd/system.conf.d/10-a.conf", "DefaultStartLimitBurst=2\n");
    write("/etc/systemd/system.conf.d/10-a.conf", "DefaultTimeoutStartSec=0\n");
    assertThat(defaults().startLimitBurst()).isEqualTo(5);
    assertThat(defaults().timeoutStart()).isEqualTo(Settings.INFINITY);
  }

  @Test
  void theKernelsCommandLineComesAfterTheFiles() {
    write("/etc/systemd/system.conf", "DefaultTimeoutStartSec=10s\n");
    assertThat(defaults("systemd.default_timeout_start_sec=7").timeoutStart()).isEqualTo(7_000_000);
    assertThat(defaults("systemd.default_device_timeout_sec=3min").deviceTimeout())
        .isEqualTo(180_000_000);
  }

  @Test
  void variablesAreForAllServices() {
    write("/etc/systemd/system.conf", "DefaultEnvironment=A=1 \"B=two words\"\n");
    assertThat(defaults().environment()).containsEntry("A", "1").containsEntry("B", "two words");
  }
}
