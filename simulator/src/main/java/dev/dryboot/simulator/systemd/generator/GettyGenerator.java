package dev.dryboot.simulator.systemd.generator;

import dev.dryboot.simulator.machine.Generator;
import dev.dryboot.simulator.machine.Hardware;
import dev.dryboot.simulator.machine.Machine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * systemd-getty-generator: a login on each serial or virtualizer console of the kernel; those on
 * virtual terminals are not its business (systemd 257, getty-generator.c).
 */
public final class GettyGenerator implements Generator {
  private static final List<String> CONTAINERS =
      List.of("docker", "podman", "lxc", "lxc-libvirt", "systemd-nspawn", "rkt", "wsl", "proot");
  private static final List<String> VIRTUALIZER =
      List.of("hvc0", "xvc0", "hvsi0", "sclp_line0", "ttysclp0", "3270/tty1");

  @Override
  public String name() {
    return "systemd-getty-generator";
  }

  @Override
  public void generate(Machine machine, String normal, String early, String late) {
    CommandLineOptions options = CommandLineOptions.of(machine);
    if (options.off("systemd.getty_auto")) {
      return;
    }
    boolean inContainer =
        machine
            .port(Hardware.class)
            .filter(h -> CONTAINERS.contains(h.virtualization()))
            .isPresent();
    if (inContainer) {
      new GeneratedUnits(machine, normal, CommandLineOptions.origin("nothing of consoles"))
          .pullInVendor("getty.target", "wants", "console-getty.service", "console-getty.service");
      return;
    }
    for (String terminal : consoles(machine, options)) {
      String unit =
          "serial-getty@" + dev.dryboot.foreign.unitname.UnitEscape.string(terminal) + ".service";
      new GeneratedUnits(machine, normal, CommandLineOptions.origin("console=" + terminal))
          .pullInVendor("getty.target", "wants", unit, "serial-getty@.service");
    }
  }

  /** The kernel's consoles that have a device of their own. */
  private static Set<String> consoles(Machine machine, CommandLineOptions options) {
    Set<String> consoles = new LinkedHashSet<>();
    for (String value : options.values("console")) {
      String terminal = value.replaceFirst(",.*$", "");
      if (!terminal.isEmpty() && !terminal.matches("tty[0-9]+|null|tty")) {
        consoles.add(terminal);
      }
    }
    VIRTUALIZER.stream()
        .filter(t -> machine.files().getNoFollow("/dev/" + t).isPresent())
        .forEach(consoles::add);
    return consoles;
  }
}
