package dev.dryboot.cli;

import dev.dryboot.targets.os.Targets;
import dev.dryboot.targets.os.fedoracoreos.FedoraCoreOsTarget;
import java.util.List;

/** Where everything is put together: the targets there are, and the programs of a machine. */
final class Wiring {
  static final Targets TARGETS = new Targets(List.of(new FedoraCoreOsTarget()));

  private Wiring() {}
}
