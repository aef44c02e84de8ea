package dev.dryboot.cli;

import dev.dryboot.simulator.docker.Docker;
import dev.dryboot.simulator.ignition.IgnitionConfig;
import dev.dryboot.simulator.ignition.IgnitionProgram;
import dev.dryboot.simulator.machine.Program;
import dev.dryboot.simulator.network.Network;
import dev.dryboot.simulator.process.StandardPrograms;
import dev.dryboot.simulator.systemd.SystemdInit;
import dev.dryboot.targets.os.Targets;
import dev.dryboot.targets.os.fedoracoreos.FedoraCoreOsBase;
import dev.dryboot.targets.os.fedoracoreos.FedoraCoreOsTarget;
import dev.dryboot.targets.os.ubuntu.UbuntuBase;
import java.util.List;
import java.util.Optional;

/** Where everything is put together: the targets there are, their systems, and their programs. */
final class Wiring {
  static final Targets TARGETS = new Targets(List.of(new FedoraCoreOsTarget()));

  private static final List<BaseImage> SYSTEMS =
      List.of(
          new BaseImage("fedora-coreos", BaseImage.Provisioner.IGNITION, FedoraCoreOsBase::image),
          new BaseImage("ubuntu", BaseImage.Provisioner.CLOUD_INIT, UbuntuBase::image));

  private Wiring() {}

  /** The system of that name; a version behind it is passed over where there is but one. */
  static Optional<BaseImage> system(String name) {
    String id = name.strip().split("[ :]", 2)[0];
    return SYSTEMS.stream().filter(s -> s.id().equals(id)).findFirst();
  }

  static List<String> systems() {
    return SYSTEMS.stream().map(BaseImage::id).toList();
  }

  /** The programs of one simulation. The last one knows every command. */
  static List<Program> programs(Optional<IgnitionConfig> ignition) {
    return List.of(
        new SystemdInit(),
        StandardPrograms.first(),
        new Network(),
        new IgnitionProgram(ignition),
        new Docker(),
        StandardPrograms.last());
  }
}
