package dev.dryboot.targets.os.rancheros;

import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.Hardware;
import dev.dryboot.simulator.machine.InitKind;
import dev.dryboot.simulator.machine.KernelCommandLine;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.machine.Mount;
import dev.dryboot.simulator.machine.OperatingSystem;
import dev.dryboot.simulator.machine.PreloadedImage;
import dev.dryboot.simulator.rancher.config.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The base image of RancherOS: installed on a disk, before its first boot. */
public final class RancherOsBase {
  private static final long MIB = 1L << 20;

  private RancherOsBase() {}

  /** The image of 1.5, on a small virtual machine. */
  public static MachineImage image() {
    FileTree root = FileTree.empty();
    List.of("/etc", "/home/rancher", "/home/docker", "/opt", "/run", "/var/lib/rancher/conf")
        .forEach(path -> root.put(path, new FileNode.Directory()));
    Hardware hardware = Hardware.small("eth0");
    BlockDevices devices = BlockDevices.of(hardware);
    devices.add(
        new BlockDevices.Device(
            "/dev/vda1",
            20_000 * MIB,
            Optional.of(new BlockDevices.FileSystem("ext4", "RANCHER_STATE", "", root))));
    return new MachineImage(
        new OperatingSystem("rancheros", "1.5", "RancherOS 1.5"),
        InitKind.SYSTEM_DOCKER,
        "1.5.8",
        hardware,
        new KernelCommandLine(List.of("rancher.state.dev=LABEL=RANCHER_STATE", "console=tty0")),
        Optional.empty(),
        List.of(new Mount("/", "/dev/vda1", "ext4", false, root)),
        devices,
        images(),
        List.of(),
        MachineImage.USUAL_USER_OWNED,
        Map.of("docker.version", "19.03.15"),
        Map.of());
  }

  /** The services that it comes with, in the order of its own config. */
  public static List<Service> services() {
    return StockServices.read();
  }

  private static List<PreloadedImage> images() {
    return services().stream()
        .flatMap(s -> s.image().stream())
        .map(i -> i.value())
        .distinct()
        .map(image -> new PreloadedImage("system-docker", image))
        .toList();
  }
}
