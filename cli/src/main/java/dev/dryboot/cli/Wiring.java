package dev.dryboot.cli;

import dev.dryboot.simulator.cloudinit.CloudInitProgram;
import dev.dryboot.simulator.cloudinit.UserData;
import dev.dryboot.simulator.ignition.IgnitionConfig;
import dev.dryboot.simulator.ignition.IgnitionProgram;
import dev.dryboot.simulator.machine.Program;
import dev.dryboot.simulator.runner.Programs;
import dev.dryboot.simulator.systemd.SystemdInit;
import dev.dryboot.simulator.systemd.unit.ReadUnitFiles;
import dev.dryboot.simulator.systemd.unit.UnitFileCache;
import dev.dryboot.targets.os.Targets;
import dev.dryboot.targets.os.fedoracoreos.FedoraCoreOsBase;
import dev.dryboot.targets.os.fedoracoreos.FedoraCoreOsTarget;
import dev.dryboot.targets.os.rancheros.RancherOsBase;
import dev.dryboot.targets.os.rancheros.RancherOsTarget;
import dev.dryboot.targets.os.ubuntu.UbuntuBase;
import dev.dryboot.targets.os.ubuntu.UbuntuTarget;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Where everything is put together: the targets there are, their systems, and their programs. */
final class Wiring {
  static final Targets TARGETS =
      new Targets(List.of(new FedoraCoreOsTarget(), new UbuntuTarget(), new RancherOsTarget()));

  private static final List<BaseImage> SYSTEMS =
      List.of(
          new BaseImage("fedora-coreos", BaseImage.Provisioner.IGNITION, FedoraCoreOsBase::image),
          new BaseImage("ubuntu", BaseImage.Provisioner.CLOUD_INIT, UbuntuBase::image),
          new BaseImage("rancheros", BaseImage.Provisioner.ROS, RancherOsBase::image));

  /** The unit files that the machines of a run have in common. */
  static final ReadUnitFiles UNIT_FILES = new ReadUnitFiles();

  private Wiring() {}

  /** The system of that name; a version behind it is passed over where there is but one. */
  static Optional<BaseImage> system(String name) {
    String id = name.strip().split("[ :]", 2)[0];
    return SYSTEMS.stream().filter(s -> s.id().equals(id)).findFirst();
  }

  static List<String> systems() {
    return SYSTEMS.stream().map(BaseImage::id).toList();
  }

  /**
   * What makes the programs of a machine's simulations, besides those that every machine has. Its
   * unit files are read once.
   */
  static Supplier<List<Program>> programs(
      Optional<IgnitionConfig> ignition, Optional<UserData> userData) {
    var unitFiles = new UnitFileCache(UNIT_FILES);
    return () ->
        Programs.with(
            new SystemdInit(unitFiles),
            List.of(new IgnitionProgram(ignition), new CloudInitProgram(userData)));
  }
}
