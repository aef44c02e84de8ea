package dev.dryboot.simulator.rancher;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.Uplink;
import dev.dryboot.simulator.rancher.config.RancherConfig;
import dev.dryboot.simulator.rancher.config.Service;
import dev.dryboot.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The services on their way up, as libcompose takes them: each one when those it waits for have
 * been started, well or not. Started is not ready; only {@code detach: "false"} waits for an exit.
 */
final class Project {
  /** How long a service waits for the default gateways (rancher/os, DefaultRoutesCheckTimeout). */
  private static final long GATEWAY_TIMEOUT = 20_000_000;

  private static final long GATEWAY_POLL = 100_000;

  private final RancherBoot boot;
  private final Machine machine;
  private final Map<String, Service> services = new LinkedHashMap<>();
  private final ServiceGraph graph;
  private final ServiceStates states;
  private final Set<String> begun = new LinkedHashSet<>();
  private final Set<String> done = new LinkedHashSet<>();
  private Map<String, Set<String>> waits = Map.of();
  private Consumer<Optional<String>> ended = problem -> {};
  private boolean stopping;
  private boolean reached;

  Project(RancherBoot boot) {
    this.boot = boot;
    this.machine = boot.machine();
    Services.of(boot.stock(), boot.config()).forEach(s -> services.put(s.name().value(), s));
    this.graph = new ServiceGraph(List.copyOf(services.values()), this::missing);
    this.states = new ServiceStates(machine, services.keySet());
  }

  Map<String, Service> services() {
    return services;
  }

  ServiceGraph graph() {
    return graph;
  }

  ServiceStates states() {
    return states;
  }

  private boolean missing(Service service) {
    return service.image().isPresent()
        && boot.engine().map(e -> !e.images().has(SystemContainers.image(service))).orElse(false);
  }

  /**
   * Starts everything.
   *
   * @param over called when all have been started, or with the reason why nothing can be
   */
  void up(Consumer<Optional<String>> over) {
    ended = over;
    ServiceGraph.Walk walk = graph.walk(order());
    if (walk.failure().isPresent()) {
      boot.log("ros-sysinit", walk.failure().get());
      over.accept(walk.failure());
      return;
    }
    waits = walk.waits();
    services.keySet().forEach(name -> machine.publish(new Fact.JobInstalled(name, "start", 1)));
    machine.publish(new Fact.JobInstalled(RancherBoot.GOAL, "start", 1));
    boot.onDocker(this::maybeReached);
    next();
  }

  /** libcompose goes through a map: in any order. The canonical one is that of the configs. */
  private List<String> order() {
    List<String> names = new ArrayList<>(services.keySet());
    boolean shuffled = machine.port(Scenario.class).map(s -> s.shuffle().isPresent()).orElse(false);
    if (shuffled) {
      Map<String, Long> ranks = new LinkedHashMap<>();
      names.forEach(n -> ranks.put(n, machine.kernel().random().nextLong()));
      names.sort(Comparator.comparingLong(n -> ranks.getOrDefault(n, 0L)));
    }
    return names;
  }

  private void next() {
    for (Service service : List.copyOf(services.values())) {
      String name = service.name().value();
      if (!stopping && done.containsAll(waits.getOrDefault(name, Set.of())) && begun.add(name)) {
        boot.after(0, () -> begin(service));
      }
    }
  }

  private void begin(Service service) {
    String name = service.name().value();
    if (stopping) {
      return;
    }
    if (!service.system()) {
      new UserContainers(boot, states).up(service, () -> settled(service));
      return;
    }
    states.begins(name);
    if (service.label("io.rancher.os.after").filter("network"::equals).isPresent()) {
      awaitGateways(service, machine.kernel().now());
    } else {
      new SystemContainers(boot, states).up(service, () -> settled(service));
    }
  }

  private void awaitGateways(Service service, long since) {
    boolean up = machine.port(Uplink.class).map(Uplink::up).orElse(false);
    boolean late = machine.kernel().now() - since >= GATEWAY_TIMEOUT;
    if (up || late) {
      if (late) {
        boot.log(
            service.name().value(), "no default gateway after 20 s; it is started all the same");
      }
      new SystemContainers(boot, states).up(service, () -> settled(service));
    } else {
      boot.after(GATEWAY_POLL, () -> awaitGateways(service, since));
    }
  }

  /** A service has been started, well or not: those behind it go on. */
  private void settled(Service service) {
    if (stopping || !done.add(service.name().value())) {
      return;
    }
    if (service.label("io.rancher.os.reloadconfig").filter("true"::equals).isPresent()) {
      reload();
    }
    next();
    if (done.containsAll(services.keySet())) {
      ended.accept(Optional.empty());
      maybeReached();
    }
  }

  /** With the network there, what is named by a URL can be loaded; what it holds nobody knows. */
  private void reload() {
    boot.config()
        .map(RancherConfig::servicesInclude)
        .orElse(Map.of())
        .forEach(
            (name, wanted) -> {
              if (wanted.value()) {
                machine.publish(new Fact.NotModelled("network", "the included service " + name));
              }
            });
  }

  private void maybeReached() {
    if (reached || !done.containsAll(services.keySet()) || !boot.consoleDone()) {
      return;
    }
    if (!boot.dockerAnswers()) {
      if (services.containsKey("docker")) {
        boot.onDocker(this::maybeReached);
        return;
      }
    }
    reached = true;
    states.begins(RancherBoot.GOAL);
    states.up(RancherBoot.GOAL, "active");
    machine.publish(new Fact.GoalReached(RancherBoot.GOAL));
  }

  /** Nothing is started any more: the machine goes down. */
  void stopping() {
    stopping = true;
    states.stopping();
  }
}
