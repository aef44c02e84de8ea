package dev.dryboot.simulator.process;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessModel;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import java.util.Optional;

/**
 * {@code systemd-machine-id-setup --commit}: the identity that lies over {@code /etc/machine-id}
 * since process 1 made it is written to the disk (systemd 257, machine-id-setup.c).
 */
final class MachineIdSetup implements ProcessModel {
  private static final String PATH = "/etc/machine-id";

  @Override
  public Optional<Behaviour> recognise(ProcessSpec spec, Machine machine) {
    return spec.programName().equals("systemd-machine-id-setup")
            && spec.argv().contains("--commit")
            && !spec.purpose().role().equals("container")
        ? Optional.of(Behaviours.doing(Typical.COMMAND.amount(), self -> commit(self.machine())))
        : Optional.empty();
  }

  private static int commit(Machine machine) {
    VirtualFileSystem files = machine.files();
    Optional<FileNode> id = files.get(PATH);
    if (!files.isMountPoint(PATH) || id.isEmpty()) {
      return 0;
    }
    files.unmount(PATH);
    machine.publish(new Fact.Unmounted(PATH));
    return files.write(PATH, id.get()) == VirtualFileSystem.Written.DONE ? 0 : 1;
  }
}
