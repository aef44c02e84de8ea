package dev.dryboot.simulator.systemd.generator;

import dev.dryboot.simulator.machine.Generator;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.systemd.SystemdVersion;
import dev.dryboot.source.Origin;

/**
 * systemd-system-update-generator: boots into {@code system-update.target} where an offline update
 * has been prepared (systemd 257, system-update-generator.c).
 */
public final class SystemUpdateGenerator implements Generator {
  @Override
  public String name() {
    return "systemd-system-update-generator";
  }

  @Override
  public void generate(Machine machine, String normal, String early, String late) {
    boolean known = machine.files().getNoFollow("/system-update").isPresent();
    known |=
        SystemdVersion.on(machine).looksForUpdatesInEtc()
            && machine.files().getNoFollow("/etc/system-update").isPresent();
    if (known) {
      new GeneratedUnits(machine, early, Origin.builtIn("an offline update has been prepared"))
          .link("default.target", "/usr/lib/systemd/system/system-update.target");
    }
  }
}
