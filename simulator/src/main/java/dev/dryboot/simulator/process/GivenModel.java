package dev.dryboot.simulator.process;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessModel;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.scenario.Given;
import dev.dryboot.simulator.scenario.Scenario;
import java.util.List;
import java.util.Optional;

/**
 * Lets programs do what the scenario says of their unit or container. Clients of engines are left
 * alone: what is said of their unit is meant of the container.
 */
public final class GivenModel implements ProcessModel {
  private static final List<String> CLIENTS = List.of("docker", "podman", "nerdctl");

  @Override
  public Optional<Behaviour> recognise(ProcessSpec spec, Machine machine) {
    Optional<Scenario> scenario = machine.port(Scenario.class);
    if (scenario.isEmpty() || scenario.get().givens().isEmpty() || !concerns(spec)) {
      return Optional.empty();
    }
    int boot =
        machine.trace().of(Fact.BootStarted.class).mapToInt(Fact.BootStarted::boot).max().orElse(1);
    return scenario.get().givens().stream()
        .filter(
            g ->
                g.concerns(spec.owner(), boot)
                    || g.concerns(spec.environment().getOrDefault("ASKED_BY", ""), boot))
        .reduce((a, b) -> merged(a, b))
        .map(g -> behaviour(g, spec));
  }

  private static boolean concerns(ProcessSpec spec) {
    String role = spec.purpose().role();
    return (role.equals("ExecStart") || role.equals("container"))
        && !CLIENTS.contains(spec.programName());
  }

  private static Given merged(Given a, Given b) {
    return new Given(a.unit(), b.takes().or(a::takes), b.exits().or(a::exits), Optional.empty());
  }

  private static Behaviour behaviour(Given given, ProcessSpec spec) {
    boolean oneshot = spec.purpose().type().equals("oneshot");
    long usual = (oneshot ? Typical.UNKNOWN_COMMAND : Typical.DAEMON_READY).amount();
    long takes = given.takes().orElse(usual);
    if (oneshot || given.exits().isPresent()) {
      return self -> self.after(takes, () -> end(self, given.exits().orElse(0)));
    }
    return new Behaviours.Daemon(takes);
  }

  private static void end(RunningProcess self, int code) {
    self.exit(code);
  }
}
