package dev.dryboot.bench;

import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.runner.BootEvidence;
import dev.dryboot.simulator.runner.BootRunner;
import dev.dryboot.simulator.runner.Programs;
import dev.dryboot.simulator.scenario.Scenario;
import dev.dryboot.simulator.systemd.SystemdInit;
import dev.dryboot.simulator.systemd.unit.UnitFileCache;
import java.util.List;

/** The simulator as a user of it runs it: one cache of unit files, one first boot per call. */
final class Simulator {
  private final UnitFileCache cache = new UnitFileCache();
  private final BootRunner runner =
      new BootRunner(() -> Programs.with(new SystemdInit(cache), List.of()));

  BootEvidence boot(MachineImage image) {
    return runner.run(image, Scenario.FIRST_BOOT);
  }
}
