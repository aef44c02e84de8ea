package dev.dryboot.simulator.systemd.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.kernel.Kernel;
import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.Hardware;
import dev.dryboot.simulator.machine.KernelCommandLine;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.Mount;
import dev.dryboot.simulator.machine.Trace;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What partitions become by their types (systemd-gpt-auto-generator(8)). */
class GptAutoGeneratorTest {
  private static final String HOME = "933AC7E1-2EB4-4F13-B844-0E14E2AEF915";
  private static final String SRV = "3b8f8425-20e0-4f3b-907f-1a25a76f98e8";
  private static final String SWAP = "0657fd6d-a4ab-43c4-84e5-0933c84b4f4f";
  private static final String LATE = "/run/systemd/generator.late";

  private final BlockDevices devices = BlockDevices.of(Hardware.small("eth0"));
  private final VirtualFileSystem files = new VirtualFileSystem(FileTree.empty());
  private List<String> commandLine = List.of();

  private void partition(String node, String type, String format) {
    Optional<BlockDevices.FileSystem> content =
        format.isEmpty()
            ? Optional.empty()
            : Optional.of(new BlockDevices.FileSystem(format, "", "", FileTree.empty()));
    devices.add(new BlockDevices.Device(node, 1 << 30, content));
    devices.partitionType(node, type);
  }

  private List<String> generated() {
    files.mount(new Mount("/", "/dev/vda4", "ext4", false, FileTree.empty()));
    Machine machine =
        new Machine(
            Kernel.canonical(),
            files,
            new KernelCommandLine(commandLine),
            "x86-64",
            List.of(),
            new Trace());
    machine.offer(BlockDevices.class, devices);
    new GptAutoGenerator().generate(machine, "/run/systemd/generator", "/early", LATE);
    return files.list(LATE);
  }

  @Test
  void homeSrvAndSwapOfTheRootsDiskAreUsed() {
    partition("/dev/vda4", "", "ext4");
    partition("/dev/vda5", HOME, "ext4");
    partition("/dev/vda6", SRV, "xfs");
    partition("/dev/vda7", SWAP, "swap");
    assertThat(generated())
        .containsExactlyInAnyOrder(
            "home.mount",
            "srv.mount",
            "dev-vda7.swap",
            "local-fs.target.requires",
            "swap.target.wants");
    assertThat(files.read(LATE + "/home.mount").orElseThrow().text())
        .isEqualTo(
            "[Unit]\nBefore=local-fs.target\nRequires=systemd-fsck@dev-vda5.service\n"
                + "After=systemd-fsck@dev-vda5.service\nAfter=blockdev@dev-vda5.target\n"
                + "[Mount]\nWhat=/dev/vda5\nWhere=/home\nType=ext4\n");
  }

  @Test
  void thoseOfOtherDisksAreNot() {
    partition("/dev/vda4", "", "ext4");
    partition("/dev/vdb1", HOME, "ext4");
    assertThat(generated()).isEmpty();
  }

  @Test
  void nothingIsMountedOverWhatIsThere() {
    partition("/dev/vda4", "", "ext4");
    partition("/dev/vda5", HOME, "ext4");
    files.mount(new Mount("/home", "/dev/vdb", "ext4", false, FileTree.empty()));
    assertThat(generated()).isEmpty();
  }

  @Test
  void fstabAndTheCommandLineKeepSwapAway() {
    partition("/dev/vda4", "", "ext4");
    partition("/dev/vda7", SWAP, "swap");
    commandLine = List.of("systemd.swap=no");
    assertThat(generated()).isEmpty();
    commandLine = List.of();
    String fstab = "/swapfile none swap sw 0 0\n";
    files.mount(new Mount("/etc", "etc", "ext4", false, FileTree.empty()));
    files.write("/etc/fstab", new FileNode.Regular(SourceText.of("/etc/fstab", fstab)));
    assertThat(generated()).isEmpty();
  }

  @Test
  void theCommandLineTurnsItOff() {
    partition("/dev/vda4", "", "ext4");
    partition("/dev/vda5", HOME, "ext4");
    commandLine = List.of("systemd.gpt_auto=0");
    assertThat(generated()).isEmpty();
  }
}
