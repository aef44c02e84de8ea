package dev.dryboot.simulator.systemd.generator;

import dev.dryboot.simulator.machine.Generator;
import dev.dryboot.simulator.machine.Machine;
import java.util.ArrayList;
import java.util.List;

/**
 * systemd-run-generator: {@code systemd.run=} of the kernel's command line is run instead of the
 * default target, and the machine then comes to its end (systemd 257, run-generator.c).
 */
public final class RunGenerator implements Generator {
  private static final String SERVICE = "kernel-command-line.service";
  private static final String TARGET = "kernel-command-line.target";

  @Override
  public String name() {
    return "systemd-run-generator";
  }

  @Override
  public void generate(Machine machine, String normal, String early, String late) {
    CommandLineOptions options = CommandLineOptions.of(machine);
    List<String> commands =
        options.valuesOfStage("systemd.run").stream().filter(c -> !c.isEmpty()).toList();
    if (commands.isEmpty()) {
      return;
    }
    GeneratedUnits units =
        new GeneratedUnits(machine, normal, CommandLineOptions.origin("systemd.run="));
    List<String> service = new ArrayList<>(List.of("[Unit]"));
    action(service, "SuccessAction", options.last("systemd.run-success-action").orElse("exit"));
    action(service, "FailureAction", options.last("systemd.run-failure-action").orElse("exit"));
    service.addAll(List.of("[Service]", "Type=oneshot", "StandardOutput=journal+console"));
    commands.forEach(c -> service.add("ExecStart=" + c));
    units.write(SERVICE, service);
    units.write(TARGET, List.of("[Unit]", "Requires=" + SERVICE, "After=" + SERVICE));
    units.link("default.target", units.directory() + "/" + TARGET);
  }

  private static void action(List<String> lines, String name, String action) {
    if (!action.equals("none")) {
      lines.add(name + "=" + action);
    }
  }
}
