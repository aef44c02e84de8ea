package dev.dryboot.simulator.process;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessModel;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.VirtualFileSystem.Written;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * {@code systemd-update-done}: puts on record that {@code /etc} and {@code /var} are up to date
 * with {@code /usr} (systemd 257, update-done.c).
 */
final class UpdateDone implements ProcessModel {
  private static final String RECORD = "# written by systemd-update-done\n";

  @Override
  public Optional<Behaviour> recognise(ProcessSpec spec, Machine machine) {
    return spec.programName().equals("systemd-update-done")
            && !spec.purpose().role().equals("container")
        ? Optional.of(Behaviours.doing(Typical.COMMAND.amount(), self -> record(self.machine())))
        : Optional.empty();
  }

  private static int record(Machine machine) {
    int exitCode = 0;
    for (String path : List.of("/etc/.updated", "/var/.updated")) {
      FileNode text = new FileNode.Regular(SourceText.of(path, RECORD));
      if (machine.write(path, text, "systemd-update-done") != Written.DONE) {
        exitCode = 1;
      }
    }
    return exitCode;
  }
}
