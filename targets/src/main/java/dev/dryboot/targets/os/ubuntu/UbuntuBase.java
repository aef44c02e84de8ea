package dev.dryboot.targets.os.ubuntu;

import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.Hardware;
import dev.dryboot.simulator.machine.InitKind;
import dev.dryboot.simulator.machine.KernelCommandLine;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.machine.Mount;
import dev.dryboot.simulator.machine.OperatingSystem;
import dev.dryboot.simulator.machine.SoftwarePackage;
import dev.dryboot.targets.image.FileBundle;
import dev.dryboot.targets.image.SystemdUnits;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The base image of Ubuntu: the server cloud image as it is before its first boot. */
public final class UbuntuBase {
  private static final long MIB = 1L << 20;

  /**
   * AppArmor is installed and loaded by default (Ubuntu Server documentation, "AppArmor"); its
   * kernel has audit and IMA (debian.master/config/annotations: CONFIG_DEFAULT_SECURITY_APPARMOR,
   * CONFIG_AUDIT, CONFIG_IMA). A plain virtual machine has no TPM, and starts without Secure Boot.
   */
  private static final String SECURITY = "apparmor audit ima";

  private static final FileBundle ROOT =
      SystemdUnits.bundle().and(FileBundle.resource(UbuntuBase.class, "base.files"));
  private static final FileBundle DOCKER = FileBundle.resource(UbuntuBase.class, "docker.io.files");
  private static final FileBundle PODMAN = FileBundle.resource(UbuntuBase.class, "podman.files");
  private static final FileBundle WIREGUARD =
      FileBundle.resource(UbuntuBase.class, "wireguard-tools.files");

  private UbuntuBase() {}

  /** What its root brings, and the packages that can be installed. */
  public static List<FileBundle> files() {
    return List.of(ROOT, DOCKER, PODMAN, WIREGUARD);
  }

  /** The image of 24.04, on a small virtual machine. */
  public static MachineImage image() {
    FileTree root = FileTree.empty();
    ROOT.into(root);
    Hardware hardware = Hardware.small("ens3");
    BlockDevices devices = BlockDevices.of(hardware);
    partition(devices, "/dev/vda1", 17_000 * MIB, "ext4", "cloudimg-rootfs", root);
    partition(devices, "/dev/vda15", 106 * MIB, "vfat", "UEFI", FileTree.empty());
    partition(devices, "/dev/vda16", 913 * MIB, "ext4", "BOOT", FileTree.empty());
    return new MachineImage(
        new OperatingSystem("ubuntu", "24.04", "Ubuntu 24.04 LTS"),
        InitKind.SYSTEMD,
        "255",
        hardware,
        new KernelCommandLine(
            List.of("root=LABEL=cloudimg-rootfs", "ro", "console=tty1", "console=ttyS0")),
        Optional.empty(),
        List.of(new Mount("/", "/dev/vda1", "ext4", false, root)),
        devices,
        List.of(),
        List.of(docker("docker.io"), docker("docker-ce"), podman(), wireguard()),
        MachineImage.USUAL_USER_OWNED,
        Map.of(
            "cloud-init.version", "24.4",
            "docker.version", "27.5.1",
            "kernel.version", "6.8.0-88-generic",
            "security", SECURITY,
            "snapd.version", "2.67"),
        Map.of());
  }

  private static void partition(
      BlockDevices devices, String node, long size, String format, String label, FileTree tree) {
    var content = new BlockDevices.FileSystem(format, label, "", tree);
    devices.add(new BlockDevices.Device(node, size, Optional.of(content)));
  }

  /**
   * Docker with containerd and runc, as Ubuntu and as Docker package it. The maintainer scripts
   * start containerd, then docker (debhelper, dh_installsystemd).
   */
  private static SoftwarePackage docker(String name) {
    return new SoftwarePackage(
        name,
        78 * MIB,
        DOCKER.files(),
        List.of("containerd.service", "docker.socket", "docker.service"),
        List.of("containerd.service", "docker.socket", "docker.service"));
  }

  /**
   * Podman with conmon, crun and netavark. Its maintainer script enables all of its units and
   * starts them after a daemon-reload, which is when its generator runs for the first time.
   */
  private static SoftwarePackage podman() {
    List<String> units =
        List.of(
            "podman-auto-update.service",
            "podman-auto-update.timer",
            "podman-restart.service",
            "podman.service",
            "podman.socket");
    return new SoftwarePackage("podman", 33 * MIB, PODMAN.files(), units, units);
  }

  /** The template that brings a tunnel up is not enabled by its package. */
  private static SoftwarePackage wireguard() {
    return new SoftwarePackage("wireguard-tools", MIB / 8, WIREGUARD.files(), List.of(), List.of());
  }
}
