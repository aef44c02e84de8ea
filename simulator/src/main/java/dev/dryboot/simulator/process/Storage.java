package dev.dryboot.simulator.process;

import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.Hardware;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessModel;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Optional;

/** {@code mkfs}, {@code fsck}, {@code udevadm}, {@code modprobe}, and what makes files. */
final class Storage implements ProcessModel {
  @Override
  public Optional<Behaviour> recognise(ProcessSpec spec, Machine machine) {
    if (spec.purpose().role().equals("container")) {
      return Optional.empty();
    }
    String name = spec.programName();
    List<String> argv = spec.argv();
    if (name.startsWith("mkfs.") || name.equals("mkfs") || name.equals("mkswap")) {
      return Optional.of(Behaviours.doing(Typical.MKFS.amount(), self -> format(self, name, argv)));
    }
    return switch (name) {
      case "fsck", "systemd-fsck", "e2fsck" ->
          Optional.of(Behaviours.timed(Typical.FSCK.amount(), 0));
      case "swapon", "swapoff", "systemd-growfs", "resize2fs", "xfs_growfs", "growpart" ->
          Optional.of(Behaviours.timed(Typical.MOUNT.amount(), 0));
      case "dd", "fallocate", "truncate" ->
          Optional.of(Behaviours.doing(Typical.MKFS.amount(), self -> makeFiles(self, argv)));
      case "modprobe", "insmod", "kmod" ->
          Optional.of(Behaviours.timed(Typical.MODPROBE.amount(), 0));
      case "udevadm" -> Optional.of(udevadm(argv));
      default -> Optional.empty();
    };
  }

  private static Behaviour udevadm(List<String> argv) {
    if (!argv.contains("trigger")) {
      return Behaviours.timed(Typical.COMMAND.amount(), 0);
    }
    return Behaviours.doing(
        Typical.COMMAND.amount(),
        self -> {
          Machine machine = self.machine();
          machine
              .kernel()
              .after(
                  Typical.UDEV_COLDPLUG.amount(),
                  dev.dryboot.simulator.kernel.Stage.WORLD,
                  () -> appear(machine));
          return 0;
        });
  }

  /** What udev finds at coldplug: disks, the links to them, network interfaces, terminals. */
  static void appear(Machine machine) {
    machine
        .port(BlockDevices.class)
        .ifPresent(
            devices -> {
              devices.all().forEach(d -> machine.publish(new Fact.DeviceAppeared(d.node())));
              devices.links().keySet().forEach(l -> machine.publish(new Fact.DeviceAppeared(l)));
            });
    machine
        .port(Hardware.class)
        .ifPresent(
            h ->
                h.interfaces()
                    .forEach(
                        n ->
                            machine.publish(
                                new Fact.DeviceAppeared(
                                    "/sys/subsystem/net/devices/" + n.name()))));
    for (String terminal : List.of("/dev/ttyS0", "/dev/tty1", "/dev/ttyAMA0", "/dev/rfkill")) {
      if (!terminal.equals("/dev/ttyAMA0") && !terminal.equals("/dev/rfkill")) {
        machine.publish(new Fact.DeviceAppeared(terminal));
      }
    }
  }

  private static int format(RunningProcess self, String name, List<String> argv) {
    String format =
        name.startsWith("mkfs.") ? name.substring(5) : name.equals("mkswap") ? "swap" : "ext4";
    String label = "";
    String device = "";
    for (int i = 1; i < argv.size(); i++) {
      String word = argv.get(i);
      if (List.of("-L", "-n", "--label").contains(word) && i + 1 < argv.size()) {
        label = argv.get(++i);
      } else if (word.equals("-t") && i + 1 < argv.size()) {
        format = argv.get(++i);
      } else if (word.startsWith("/dev/")) {
        device = word;
      } else if (word.startsWith("/") && format.equals("swap")) {
        return makeFile(self, word);
      }
    }
    var made = new BlockDevices.FileSystem(format, label, "", FileTree.empty());
    Optional<BlockDevices> devices = self.machine().port(BlockDevices.class);
    if (devices.isEmpty() || !devices.get().format(device, made)) {
      return 1;
    }
    if (!label.isEmpty()) {
      self.machine().publish(new Fact.DeviceAppeared("/dev/disk/by-label/" + label));
    }
    return 0;
  }

  /**
   * The file that {@code dd}, {@code fallocate} or {@code truncate} leaves; devices are as before.
   */
  private static int makeFiles(RunningProcess self, List<String> argv) {
    int status = 0;
    for (String word : argv.subList(1, argv.size())) {
      String path = word.startsWith("of=") ? word.substring(3) : word;
      if (path.startsWith("/") && !path.startsWith("/dev/")) {
        status = Math.max(status, makeFile(self, path));
      }
    }
    return status;
  }

  private static int makeFile(RunningProcess self, String path) {
    if (self.machine().files().exists(path)) {
      return 0;
    }
    var file = new FileNode.Regular(SourceText.of(path, ""), 0600, "root", "root");
    boolean written = self.machine().files().write(path, file) == VirtualFileSystem.Written.DONE;
    return written ? 0 : 1;
  }
}
