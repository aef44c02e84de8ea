package dev.dryboot.simulator.systemd.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.kernel.Kernel;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.KernelCommandLine;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.Trace;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class FstabGeneratorTest {
  private static final String GENERATED = "/run/systemd/generator/";

  private static VirtualFileSystem generated(String fstab, String... arguments) {
    var files = new VirtualFileSystem(FileTree.empty());
    files.write("/etc/fstab", new FileNode.Regular(SourceText.of("/etc/fstab", fstab)));
    Machine machine =
        new Machine(
            Kernel.canonical(),
            files,
            new KernelCommandLine(List.of(arguments)),
            "x86-64",
            List.of(),
            new Trace());
    new FstabGenerator().generate(machine, "/run/systemd/generator", "/run/early", "/run/late");
    return files;
  }

  private static String text(VirtualFileSystem files, String unit) {
    return files.read(GENERATED + unit).orElseThrow().text();
  }

  @Test
  void aLocalFileSystemIsRequiredBeforeLocalFileSystemsAreDone() {
    VirtualFileSystem files = generated("LABEL=data /var/lib/data ext4 noatime 0 2\n");
    assertThat(text(files, "var-lib-data.mount"))
        .contains(
            "Before=local-fs.target\n",
            "Requires=systemd-fsck@dev-disk-by\\x2dlabel-data.service\n",
            "What=/dev/disk/by-label/data\nWhere=/var/lib/data\nType=ext4\nOptions=noatime\n");
    assertThat(files.getNoFollow(GENERATED + "local-fs.target.requires/var-lib-data.mount"))
        .isPresent();
  }

  @Test
  void whatMayFailIsWantedAndOrderedBeforeNothing() {
    VirtualFileSystem files = generated("/dev/vdb /mnt auto defaults,nofail 0 0\n");
    assertThat(text(files, "mnt.mount")).doesNotContain("Before=").doesNotContain("Type=");
    assertThat(files.getNoFollow(GENERATED + "local-fs.target.wants/mnt.mount")).isPresent();
  }

  @Test
  void aNetworkFileSystemBelongsToTheRemoteOnes() {
    VirtualFileSystem files = generated("nas:/media /media nfs4 ro 0 0\n");
    assertThat(text(files, "media.mount")).contains("Before=remote-fs.target\n");
    assertThat(files.getNoFollow(GENERATED + "remote-fs.target.requires/media.mount")).isPresent();
  }

  @Test
  void noautoMakesAUnitThatNobodyPullsIn() {
    VirtualFileSystem files = generated("/dev/vdb /mnt ext4 noauto 0 0\n");
    assertThat(files.exists(GENERATED + "mnt.mount")).isTrue();
    assertThat(files.exists(GENERATED + "local-fs.target.requires")).isFalse();
  }

  @Test
  void anAutomountStandsInForItsMount() {
    VirtualFileSystem files =
        generated("/dev/vdb /mnt ext4 x-systemd.automount,x-systemd.idle-timeout=1min 0 0\n");
    assertThat(text(files, "mnt.automount")).contains("Where=/mnt\nTimeoutIdleSec=1min\n");
    assertThat(files.getNoFollow(GENERATED + "local-fs.target.requires/mnt.automount")).isPresent();
    assertThat(files.getNoFollow(GENERATED + "local-fs.target.requires/mnt.mount")).isEmpty();
  }

  @Test
  void swapIsRequiredByItsTarget() {
    VirtualFileSystem files = generated("/swap.img none swap sw 0 0\n");
    assertThat(text(files, "swap.img.swap")).contains("[Swap]\nWhat=/swap.img\nOptions=sw\n");
    assertThat(files.getNoFollow(GENERATED + "swap.target.requires/swap.img.swap")).isPresent();
  }

  @Test
  void optionsOfSystemdBecomeDependencies() {
    VirtualFileSystem files =
        generated(
            "/dev/vdb /mnt ext4 x-systemd.requires=cloud-init.service,x-systemd.after=/srv 0 0\n");
    assertThat(text(files, "mnt.mount"))
        .contains("After=cloud-init.service\nRequires=cloud-init.service\n", "After=srv.mount\n");
  }

  @Test
  void eachLineOfAUnitPointsToItsLineOfFstab() {
    VirtualFileSystem files = generated("# disks\n/dev/vdb /mnt ext4 defaults 0 0\n");
    SourceText unit = files.read(GENERATED + "mnt.mount").orElseThrow();
    for (int line = 1; line <= unit.lineCount() - 1; line++) {
      assertThat(unit.span(unit.lineStart(line), unit.lineStart(line)).written().from().line())
          .isEqualTo(2);
    }
  }

  @Test
  void theKernelCommandLineCanSwitchItOff() {
    assertThat(generated("/dev/vdb /mnt ext4 defaults 0 0\n", "fstab=no").exists(GENERATED))
        .isFalse();
  }
}
