package dev.dryboot.simulator.systemd;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.Mount;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.source.SourceText;
import java.util.Optional;

/**
 * Who the machine is, and whether it boots for the first time (systemd 257, machine-id-setup.c and
 * main.c).
 *
 * @param id 32 hexadecimal digits
 * @param firstBoot whether {@code /etc/machine-id} was not there, or said {@code uninitialized}
 */
record MachineId(String id, boolean firstBoot) {
  private static final String PATH = "/etc/machine-id";
  private static final String TRANSIENT = "/run/machine-id";
  private static final String MADE = "0123456789abcdef0123456789abcdef";

  /** Finds it out, and leaves the files as process 1 does before it loads a unit. */
  static MachineId settle(Machine machine) {
    VirtualFileSystem files = machine.files();
    Optional<String> text = files.read(PATH).map(t -> t.text().strip());
    if (text.filter(MachineId::isId).isPresent()) {
      return new MachineId(text.get(), false);
    }
    if (files.exists("/etc/initrd-release")) {
      return new MachineId(MADE, false);
    }
    Optional<String> given =
        machine.commandLine().value("systemd.machine_id").filter(MachineId::isId);
    MachineId made =
        new MachineId(given.orElse(MADE), text.isEmpty() || text.get().equals("uninitialized"));
    boolean kept =
        write(files, PATH, made.firstBoot() ? "uninitialized" : made.id())
            == VirtualFileSystem.Written.DONE;
    if (made.firstBoot() || !kept) {
      made.putOver(files);
    }
    return made;
  }

  private static boolean isId(String text) {
    return text.matches("[0-9a-f]{32}") && !text.matches("0+");
  }

  private static VirtualFileSystem.Written write(
      VirtualFileSystem files, String path, String text) {
    return files.write(
        path, new FileNode.Regular(SourceText.of(path, text + "\n"), 0444, "root", "root"));
  }

  /**
   * Until the first boot is complete the identity lies over the file, and is gone at a power cut.
   */
  private void putOver(VirtualFileSystem files) {
    write(files, TRANSIENT, id);
    if (files.exists(PATH) && !files.isMountPoint(PATH)) {
      FileTree file = FileTree.empty();
      file.put("", files.get(TRANSIENT).orElseThrow());
      files.mount(new Mount(PATH, "tmpfs", "tmpfs", true, file));
    }
  }
}
