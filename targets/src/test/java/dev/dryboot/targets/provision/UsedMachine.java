package dev.dryboot.targets.provision;

import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.Hardware;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.source.SourceText;
import dev.dryboot.targets.os.fedoracoreos.FedoraCoreOsBase;
import java.util.Optional;

/** A machine that is not as it came: something is on its root, or on a second disk. */
record UsedMachine(MachineImage image) {
  static final long MIB = 1L << 20;

  static UsedMachine asItCame() {
    return new UsedMachine(FedoraCoreOsBase.image());
  }

  UsedMachine with(String path, FileNode node) {
    image.root().put(path, node);
    return this;
  }

  UsedMachine withFile(String path) {
    return with(path, new FileNode.Regular(SourceText.of(path, "")));
  }

  UsedMachine withLink(String path, String target) {
    return with(path, new FileNode.SymbolicLink(target, SourceText.of(path, target)));
  }

  /**
   * A second disk, known as {@code name} too, with partition 9, labelled ROOT, of 64 MiB with an
   * ext4 file system on it.
   */
  UsedMachine withUsedDisk(String name) {
    BlockDevices devices = image.devices();
    devices.add(new BlockDevices.Device("/dev/vdb", 1024 * MIB, Optional.empty()));
    var held = new BlockDevices.FileSystem("ext4", "ROOT", "", FileTree.empty());
    devices.add(new BlockDevices.Device("/dev/vdb9", 64 * MIB, Optional.of(held)));
    devices.link("/dev/disk/by-partlabel/ROOT", "/dev/vdb9");
    devices.link(name, "/dev/vdb");
    Hardware hardware = image.hardware().with(new Hardware.Disk("/dev/vdb", 1024 * MIB, ""));
    return new UsedMachine(image.withHardware(hardware));
  }
}
