package dev.dryboot.targets.os.rancheros;

import dev.dryboot.simulator.machine.Program;
import dev.dryboot.simulator.rancher.RancherInit;
import dev.dryboot.simulator.rancher.config.RancherConfig;
import dev.dryboot.simulator.runner.Programs;
import dev.dryboot.simulator.systemd.SystemdInit;
import java.util.List;
import java.util.Optional;

/** The programs that run on a machine with RancherOS. */
public final class RancherOsMachine {
  private RancherOsMachine() {}

  /** New programs for one simulation. */
  public static List<Program> programs(Optional<RancherConfig> config) {
    return Programs.with(
        new SystemdInit(), List.of(new RancherInit(RancherOsBase.services(), config)));
  }
}
