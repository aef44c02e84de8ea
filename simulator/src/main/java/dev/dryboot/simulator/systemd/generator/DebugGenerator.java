package dev.dryboot.simulator.systemd.generator;

import dev.dryboot.foreign.unitname.UnitName;
import dev.dryboot.simulator.machine.Generator;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.systemd.SystemdVersion;
import java.util.List;
import java.util.Optional;

/**
 * systemd-debug-generator: {@code systemd.mask=}, {@code systemd.wants=} and {@code
 * systemd.debug-shell} of the kernel's command line (systemd 257, debug-generator.c).
 */
public final class DebugGenerator implements Generator {
  private static final String SHELL = "debug-shell.service";

  @Override
  public String name() {
    return "systemd-debug-generator";
  }

  @Override
  public void generate(Machine machine, String normal, String early, String late) {
    CommandLineOptions options = CommandLineOptions.of(machine);
    String target = options.target();
    for (String name : options.valuesOfStage("systemd.mask")) {
      units(machine, early, "systemd.mask=" + name).link(UnitName.mangle(name), "/dev/null");
    }
    for (String name : options.valuesOfStage("systemd.wants")) {
      String unit = UnitName.mangle(name);
      units(machine, early, "systemd.wants=" + name)
          .pullInVendor(target, "wants", unit, unit.replaceFirst("@.*\\.", "@."));
    }
    for (String value : options.valuesOfStage("systemd.debug-shell")) {
      shell(
          units(machine, early, "systemd.debug-shell"), target, value, terminal(options, machine));
    }
  }

  /** Where the shell is when nothing else is said. */
  private static Optional<String> terminal(CommandLineOptions options, Machine machine) {
    return SystemdVersion.on(machine).knowsDefaultDebugTerminal()
        ? options.last("systemd.default_debug_tty")
        : Optional.empty();
  }

  private static void shell(
      GeneratedUnits units, String target, String value, Optional<String> otherwise) {
    if (CommandLineOptions.isNo(value)) {
      return;
    }
    units.pullInVendor(target, "wants", SHELL, SHELL);
    Optional<String> terminal = CommandLineOptions.isYes(value) ? otherwise : Optional.of(value);
    if (terminal.isPresent()) {
      units.write(
          SHELL + ".d/50-tty.conf",
          List.of(
              "[Unit]",
              "ConditionPathExists=",
              "[Service]",
              "TTYPath=/dev/" + terminal.get().replaceFirst("^/dev/", "")));
    }
  }

  private static GeneratedUnits units(Machine machine, String directory, String option) {
    return new GeneratedUnits(machine, directory, CommandLineOptions.origin(option));
  }
}
