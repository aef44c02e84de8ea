package dev.dryboot.simulator.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.kernel.Kernel;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.KernelCommandLine;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.Mount;
import dev.dryboot.simulator.machine.ProcessModel;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.Trace;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.process.StandardPrograms;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MachineIdTest {
  private static final String ID = "00112233445566778899aabbccddeeff";

  private static Machine machine(FileTree tree, String... arguments) {
    List<ProcessModel> models = StandardPrograms.last().models();
    return new Machine(
        Kernel.canonical(),
        new VirtualFileSystem(tree),
        new KernelCommandLine(List.of(arguments)),
        "x86-64",
        models,
        new Trace());
  }

  private static FileTree with(String text) {
    FileTree tree = FileTree.empty();
    tree.put("/etc/machine-id", new FileNode.Regular(SourceText.of("/etc/machine-id", text)));
    return tree;
  }

  private static String shown(Machine machine) {
    return machine.files().read("/etc/machine-id").orElseThrow().text().strip();
  }

  @Test
  void anIdentityThatIsThereStays() {
    Machine machine = machine(with(ID + "\n"));
    assertThat(MachineId.settle(machine)).isEqualTo(new MachineId(ID, false));
    assertThat(shown(machine)).isEqualTo(ID);
    assertThat(machine.files().isMountPoint("/etc/machine-id")).isFalse();
  }

  @Test
  void anEmptyFileGetsAnIdentityAndIsNoFirstBoot() {
    Machine machine = machine(with(""));
    MachineId made = MachineId.settle(machine);
    assertThat(made.firstBoot()).isFalse();
    assertThat(shown(machine)).isEqualTo(made.id());
    assertThat(machine.files().isMountPoint("/etc/machine-id")).isFalse();
  }

  @Test
  void aMissingFileIsAFirstBootUntilTheIdentityIsCommitted() {
    FileTree tree = FileTree.empty();
    Machine machine = machine(tree);
    MachineId made = MachineId.settle(machine);
    assertThat(made.firstBoot()).isTrue();
    assertThat(shown(machine)).isEqualTo(made.id());
    // The power is cut now: the next boot is a first one again.
    assertThat(MachineId.settle(machine(tree.copy())).firstBoot()).isTrue();

    ProcessSpec commit =
        new ProcessSpec(
            List.of("systemd-machine-id-setup", "--commit"),
            Map.of(),
            "systemd-machine-id-commit.service",
            "/system.slice/x",
            "root",
            Optional.empty());
    machine.processes().spawn(commit, (pid, end) -> {}, 0, executed -> {});
    machine.kernel().run(10_000_000);
    assertThat(machine.files().isMountPoint("/etc/machine-id")).isFalse();
    assertThat(shown(machine)).isEqualTo(made.id());
    assertThat(MachineId.settle(machine(tree))).isEqualTo(new MachineId(made.id(), false));
  }

  @Test
  void uninitializedIsAFirstBootToo() {
    assertThat(MachineId.settle(machine(with("uninitialized\n"))).firstBoot()).isTrue();
  }

  @Test
  void theCommandLineCanGiveTheIdentity() {
    assertThat(MachineId.settle(machine(with("uninitialized\n"), "systemd.machine_id=" + ID)))
        .isEqualTo(new MachineId(ID, true));
  }

  @Test
  void whereNothingCanBeWrittenTheIdentityLiesOverTheFile() {
    Machine machine = machine(FileTree.empty());
    machine.files().mount(new Mount("/", "/dev/vda", "ext4", true, with("")));
    machine.files().mount(new Mount("/run", "tmpfs", "tmpfs", false, FileTree.empty()));
    MachineId made = MachineId.settle(machine);
    assertThat(made.firstBoot()).isFalse();
    assertThat(shown(machine)).isEqualTo(made.id());
    assertThat(machine.files().isMountPoint("/etc/machine-id")).isTrue();
  }
}
