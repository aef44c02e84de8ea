package dev.dryboot.simulator.systemd;

import dev.dryboot.simulator.machine.Machine;
import java.util.Optional;

/** What is started first, as the kernel's command line says it (proc-cmdline.c, main.c). */
final class DefaultTarget {
  private DefaultTarget() {}

  static String of(Machine machine) {
    Optional<String> unit = machine.commandLine().value("systemd.unit");
    if (unit.isPresent()) {
      return unit.get();
    }
    for (String word : machine.commandLine().arguments()) {
      switch (word) {
        case "emergency", "-b", "rd.emergency" -> {
          return "emergency.target";
        }
        case "rescue", "single", "s", "S", "1" -> {
          return "rescue.target";
        }
        case "2", "3", "4" -> {
          return "multi-user.target";
        }
        case "5" -> {
          return "graphical.target";
        }
        default -> {}
      }
    }
    return machine.files().exists("/etc/initrd-release") ? "initrd.target" : "default.target";
  }
}
