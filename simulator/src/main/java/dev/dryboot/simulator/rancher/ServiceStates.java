package dev.dryboot.simulator.rancher;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Machine;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** How each service is, in the words that all service managers share, and who hears of it. */
final class ServiceStates {
  /**
   * A service's state.
   *
   * @param active {@code inactive}, {@code activating}, {@code active} or {@code failed}
   */
  record State(String active, String sub, String result) {
    static final State NONE = new State("inactive", "dead", "success");
  }

  private final Machine machine;
  private final Set<String> services;
  private final Set<String> starting = new LinkedHashSet<>();
  private final Map<String, State> states = new LinkedHashMap<>();
  private boolean stopping;

  ServiceStates(Machine machine, Collection<String> services) {
    this.machine = machine;
    this.services = new LinkedHashSet<>(services);
    machine.listen(this::heard);
  }

  State of(String service) {
    return states.getOrDefault(service, State.NONE);
  }

  void begins(String service) {
    starting.add(service);
    machine.publish(new Fact.JobStarted(service, "start"));
    become(service, new State("activating", "start", "success"));
  }

  /** It has been started. */
  void up(String service, String sub) {
    become(service, new State("active", sub, "success"));
    if (starting.remove(service)) {
      machine.publish(new Fact.JobFinished(service, "start", "done"));
    }
  }

  /** It could not be started. */
  void failed(String service, String result) {
    become(service, new State("failed", "failed", result));
    if (starting.remove(service)) {
      machine.publish(new Fact.JobFinished(service, "start", "failed"));
    }
  }

  void stopping() {
    stopping = true;
  }

  private void become(String service, State now) {
    if (!now.equals(states.put(service, now))) {
      machine.publish(new Fact.UnitChanged(service, now.active(), now.sub(), now.result()));
    }
  }

  /** What becomes of a container after its start. */
  private void heard(Fact fact) {
    if (!(fact instanceof Fact.ContainerChanged changed)
        || !services.contains(changed.container())
        || starting.contains(changed.container())
        || !states.containsKey(changed.container())) {
      return;
    }
    String service = changed.container();
    switch (changed.state()) {
      case "running" -> become(service, new State("active", "running", "success"));
      case "exited" -> {
        boolean well = stopping || changed.exitCode().orElse(0) == 0;
        become(service, well ? State.NONE : new State("failed", "failed", "exit-code"));
      }
      default -> {}
    }
  }
}
