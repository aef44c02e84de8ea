package dev.dryboot.simulator.systemd.generator;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Generator;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.source.Origin;

/**
 * systemd-rc-local-generator: runs {@code /etc/rc.local} where it can be executed (systemd 257,
 * rc-local-generator.c).
 */
public final class RcLocalGenerator implements Generator {
  private static final String SCRIPT = "/etc/rc.local";

  @Override
  public String name() {
    return "systemd-rc-local-generator";
  }

  @Override
  public void generate(Machine machine, String normal, String early, String late) {
    boolean executable =
        machine
            .files()
            .get(SCRIPT)
            .filter(n -> n instanceof FileNode.Regular && (n.mode() & 0111) != 0)
            .isPresent();
    if (executable) {
      new GeneratedUnits(machine, normal, Origin.builtIn(SCRIPT + " can be executed"))
          .pullInVendor("multi-user.target", "wants", "rc-local.service", "rc-local.service");
    }
  }
}
