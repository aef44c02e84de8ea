package dev.dryboot.simulator.container;

import dev.dryboot.foreign.container.PortMapping;
import dev.dryboot.simulator.kernel.Stage;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.Ports;
import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.machine.ProcessModel.Behaviour;
import dev.dryboot.simulator.machine.ProcessObserver;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.RunningProcess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The processes in an engine's containers: ports, volumes, execution, health, the end. */
final class Running {
  private final Machine machine;
  private final EngineSettings settings;
  private final Engine engine;

  Running(Machine machine, EngineSettings settings, Engine engine) {
    this.machine = machine;
    this.settings = settings;
    this.engine = engine;
  }

  void start(Container container, String asker, Consumer<Answer> answered) {
    Optional<String> taken = bind(container);
    if (taken.isPresent()) {
      engine.refuse(container.name(), "port in use: " + taken.get(), asker, answered);
      return;
    }
    if (!engine.prepareVolumes(container)) {
      release(container);
      engine.refuse(container.name(), "the source of a volume cannot be made", asker, answered);
      return;
    }
    Behaviour behaviour = behaviour(container);
    RunningProcess process =
        machine
            .processes()
            .spawn(
                spec(container),
                new MainProcess(behaviour, container.spec().withInit()),
                observer(container),
                0,
                executed -> {});
    container.started(process.pid(), machine.kernel().now());
    engine.started(container, asker);
    container.spec().health().ifPresent(h -> check(container, process.pid(), h));
    answered.accept(new Answer.Done(container));
  }

  void adopt(Container container, int pid) {
    container.started(pid, machine.kernel().now());
    watch(container, pid);
  }

  /** An adopted process reports to the engine that started it; this one looks after it itself. */
  private void watch(Container container, int pid) {
    machine
        .kernel()
        .after(
            1_000_000,
            Stage.WORLD,
            () -> {
              if (engine.alive() && container.pid() == pid) {
                if (machine.processes().get(pid).isPresent()) {
                  watch(container, pid);
                } else {
                  release(container);
                  engine.ended(container, 137);
                }
              }
            });
  }

  private ProcessSpec spec(Container container) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("ASKED_BY", container.owner().unit());
    return new ProcessSpec(
        container.spec().program(),
        environment,
        container.name(),
        settings.controlGroup().apply(container),
        "root",
        Optional.empty(),
        ProcessSpec.Purpose.of("container", isShort(container) ? "oneshot" : "simple"));
  }

  private static boolean isShort(Container container) {
    return container.owner().oneshot() || container.spec().image().contains("/hello-world");
  }

  private Behaviour behaviour(Container container) {
    return machine.behaviourOf(spec(container));
  }

  private ProcessObserver observer(Container container) {
    return (pid, end) -> {
      if (container.pid() == pid && engine.alive()) {
        release(container);
        int code =
            switch (end) {
              case ProcessEnd.Exited e -> e.code();
              case ProcessEnd.Killed k -> 128 + k.signal();
            };
        // What else runs in the container dies with its process 1.
        String group = settings.controlGroup().apply(container);
        machine.processes().in(group).forEach(p -> machine.processes().signal(p, 9));
        engine.ended(container, code);
      }
    };
  }

  private Optional<String> bind(Container container) {
    Optional<Ports> ports = machine.port(Ports.class);
    if (ports.isEmpty()) {
      return Optional.empty();
    }
    for (String address : addresses(container)) {
      if (!ports.get().bind(address, owner(container))) {
        release(container);
        return Optional.of(address);
      }
    }
    return Optional.empty();
  }

  private static List<String> addresses(Container container) {
    var all = new ArrayList<String>();
    for (PortMapping port : container.spec().ports()) {
      String host = port.address().orElse("0.0.0.0");
      String written = host.contains(":") ? "[" + host + "]" : host;
      port.host()
          .ifPresent(
              range -> {
                for (int p = range.first(); p <= range.last() && all.size() < 1000; p++) {
                  all.add(written + ":" + p + "/" + port.protocol());
                }
              });
    }
    return all;
  }

  private void release(Container container) {
    machine.port(Ports.class).ifPresent(p -> p.release(owner(container)));
  }

  private String owner(Container container) {
    return settings.name() + ":" + container.name();
  }

  /**
   * Checks until the answer is known; from then on it stays what it is. A check is {@code false} or
   * succeeds: what a container serves is not modelled.
   */
  private void check(Container container, int pid, ContainerSpec.Health health) {
    container.health("starting");
    boolean fails = health.command().strip().matches("(.*[ ;/])?(false|exit [1-9][0-9]*)");
    long until =
        fails
            ? health.startPeriod() + health.interval() * Math.max(1, health.retries())
            : health.interval();
    machine
        .kernel()
        .after(
            until,
            Stage.WORLD,
            () -> {
              if (container.pid() == pid && engine.alive()) {
                container.health(fails ? "unhealthy" : "healthy");
                engine.changed(container, container.health(), "health check", Optional.empty());
              }
            });
  }
}
