package dev.dryboot.simulator.runner;

import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.simulator.machine.BootLoader;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.KernelCommandLine;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.machine.Mount;
import dev.dryboot.simulator.machine.SystemMounts;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.source.SourceText;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What of a machine outlives its boots: disks, and the trees that are mounted from them. */
final class Disks implements BootLoader {
  private final MachineImage image;
  private final BlockDevices devices;
  private final List<Mount> mounts;
  private KernelCommandLine arguments;

  private Disks(MachineImage image, BlockDevices devices, List<Mount> mounts) {
    this.image = image;
    this.devices = devices;
    this.mounts = mounts;
    this.arguments = image.commandLine();
  }

  /** Copies of an image's disks: trees that are the same in the image are so in the copy. */
  static Disks of(MachineImage image) {
    Map<FileTree, FileTree> copies = new IdentityHashMap<>();
    var devices = image.devices().copy(t -> copies.computeIfAbsent(t, FileTree::copy));
    var mounts =
        image.mounts().stream()
            .map(m -> m.of(copies.computeIfAbsent(m.tree(), FileTree::copy)))
            .toList();
    return new Disks(image, devices, mounts);
  }

  BlockDevices devices() {
    return devices;
  }

  @Override
  public KernelCommandLine next() {
    return arguments;
  }

  @Override
  public void add(String argument) {
    if (!arguments.has(argument)) {
      arguments = arguments.with(argument);
    }
  }

  @Override
  public void remove(String argument) {
    arguments =
        new KernelCommandLine(
            arguments.arguments().stream().filter(a -> !a.equals(argument)).toList());
  }

  /** The files as the kernel finds them with the root mounted. */
  VirtualFileSystem root() {
    var files = new VirtualFileSystem(mounts.getFirst().tree());
    mounts.forEach(files::mount);
    return withKernelsOwn(files);
  }

  /** The files of the initial RAM disk; the root is on its device. */
  VirtualFileSystem initramfs() {
    return withKernelsOwn(new VirtualFileSystem(image.initramfs().orElseThrow().copy()));
  }

  /** Lets a device's node be there as soon as the device is. */
  void follow(Machine machine) {
    machine.offer(SystemMounts.class, new SystemMounts(mounts));
    machine.listen(
        fact -> {
          if (fact instanceof Fact.DeviceAppeared appeared
              && appeared.path().startsWith("/dev/")
              && !machine.files().exists(appeared.path())) {
            machine.files().write(appeared.path(), new FileNode.Special("block", 0660));
          }
        });
  }

  private VirtualFileSystem withKernelsOwn(VirtualFileSystem files) {
    for (String where : List.of("/dev", "/proc", "/run", "/sys")) {
      files.mount(new Mount(where, type(where), type(where), false, FileTree.empty()));
    }
    for (BlockDevices.Device device : devices.all()) {
      files.write(device.node(), new FileNode.Special("block", 0660));
    }
    String text = String.join(" ", arguments.arguments()) + "\n";
    files.write("/proc/cmdline", new FileNode.Regular(SourceText.of("/proc/cmdline", text)));
    return files;
  }

  private static String type(String where) {
    return switch (where) {
      case "/dev" -> "devtmpfs";
      case "/proc" -> "proc";
      case "/sys" -> "sysfs";
      default -> "tmpfs";
    };
  }
}
