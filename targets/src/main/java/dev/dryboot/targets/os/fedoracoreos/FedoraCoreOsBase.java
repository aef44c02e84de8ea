package dev.dryboot.targets.os.fedoracoreos;

import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.Hardware;
import dev.dryboot.simulator.machine.InitKind;
import dev.dryboot.simulator.machine.KernelCommandLine;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.machine.Mount;
import dev.dryboot.simulator.machine.OperatingSystem;
import dev.dryboot.targets.image.FileBundle;
import dev.dryboot.targets.image.SystemdUnits;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The base image of Fedora CoreOS before its first boot: an initial RAM disk with Ignition's
 * stages, and a root whose {@code /usr} cannot be written, with {@code /opt}, {@code /usr/local}
 * and {@code /home} as links into {@code /var}.
 */
public final class FedoraCoreOsBase {
  private static final long MIB = 1L << 20;

  /** What a user brings is in {@code /var}, or below a link into it. */
  private static final List<String> USER_OWNED =
      List.of("/opt/", "/usr/local/", "/home/", "/srv/", "/var/", "/root/", "/mnt/", "/etc/");

  /**
   * Where the system's own {@code /var} is; in its place it is mounted by a unit, unless the user
   * has a file system for it (ostree, ostree-system-generator).
   */
  private static final String VAR = "/sysroot/ostree/deploy/fedora-coreos/var";

  /**
   * SELinux is enforcing by default (Fedora CoreOS documentation, "SELinux"); its kernel has audit
   * and IMA (kernel-x86_64-fedora.config: CONFIG_AUDIT=y, CONFIG_IMA=y). A plain virtual machine
   * has no TPM, and starts without Secure Boot.
   */
  private static final String SECURITY = "selinux audit ima";

  private static final FileBundle INITRAMFS =
      FileBundle.resource(FedoraCoreOsBase.class, "initramfs.files");
  private static final FileBundle ROOT =
      SystemdUnits.bundle().and(FileBundle.resource(FedoraCoreOsBase.class, "base.files"));

  private FedoraCoreOsBase() {}

  /** What its initial RAM disk and its root bring. */
  public static List<FileBundle> files() {
    return List.of(INITRAMFS, ROOT);
  }

  /** The image of the stable stream, on a small virtual machine. */
  public static MachineImage image() {
    FileTree root = FileTree.empty();
    FileTree usr = FileTree.empty();
    FileTree var = FileTree.empty();
    ROOT.files().forEach((path, node) -> place(path, node, root, usr, var));
    for (String point : List.of("/usr", "/var", "/boot", "/sysroot")) {
      root.put(point, new FileNode.Directory());
    }
    FileTree initramfs = FileTree.empty();
    INITRAMFS.into(initramfs);
    Hardware hardware = Hardware.small("ens3");
    BlockDevices devices = BlockDevices.of(hardware);
    partition(devices, "/dev/vda2", 127 * MIB, "vfat", "EFI-SYSTEM", FileTree.empty());
    partition(devices, "/dev/vda3", 384 * MIB, "ext4", "boot", FileTree.empty());
    partition(devices, "/dev/vda4", 19_000 * MIB, "xfs", "root", root);
    return new MachineImage(
        new OperatingSystem("fedora-coreos", "43", "Fedora CoreOS 43"),
        InitKind.SYSTEMD,
        "257",
        hardware,
        new KernelCommandLine(
            List.of(
                "ignition.firstboot",
                "ignition.platform.id=qemu",
                "ostree=/ostree/boot.1/fedora-coreos/0",
                "root=LABEL=root",
                "rw",
                "console=tty0",
                "console=ttyS0,115200n8")),
        Optional.of(initramfs),
        List.of(
            new Mount("/", "/dev/vda4", "xfs", false, root),
            new Mount("/usr", "/dev/vda4", "xfs", true, usr),
            new Mount(VAR, "/dev/vda4", "xfs", false, var)),
        devices,
        List.of(),
        List.of(),
        USER_OWNED,
        Map.of(
            "docker.version", "27.3.1",
            "ignition.version", "2.24.0",
            "kernel.version", "6.17.7-300.fc43.x86_64",
            "podman.version", "5.6.2",
            "security", SECURITY),
        Map.of());
  }

  private static void place(String path, FileNode node, FileTree root, FileTree usr, FileTree var) {
    if (path.startsWith("/usr/")) {
      usr.put(path.substring("/usr".length()), node);
    } else if (path.startsWith("/var/")) {
      var.put(path.substring("/var".length()), node);
    } else {
      root.put(path, node);
    }
  }

  private static void partition(
      BlockDevices devices, String node, long size, String format, String label, FileTree tree) {
    var content = new BlockDevices.FileSystem(format, label, "", tree);
    devices.add(new BlockDevices.Device(node, size, Optional.of(content)));
    devices.link("/dev/disk/by-partlabel/" + label, node);
  }
}
