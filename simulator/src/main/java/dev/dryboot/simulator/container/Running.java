package dev.dryboot.simulator.container;

import dev.dryboot.foreign.container.PortMapping;
import dev.dryboot.simulator.kernel.Stage;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.Ports;
import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.machine.ProcessModel.Behaviour;
import dev.dryboot.simulator.machine.ProcessObserver;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.Processes;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.machine.TransientUnits;
import dev.dryboot.source.SourceText;
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
    // Podman starts it first.
    Optional<String> still =
        Networks.sharedWith(container.spec())
            .filter(other -> engine.name().equals("docker"))
            .filter(other -> engine.find(other).filter(Container::running).isEmpty());
    if (still.isPresent()) {
      engine.refuse(
          container.name(),
          "cannot join the network of a container that does not run: " + still.get(),
          asker,
          answered);
      return;
    }
    Optional<String> taken = bind(container);
    if (taken.isPresent()) {
      engine.refuse(container.name(), "port in use: " + taken.get(), asker, answered);
      return;
    }
    if (!engine.volumes().makeSources(container.spec())) {
      release(container);
      engine.refuse(container.name(), "the source of a volume cannot be made", asker, answered);
      return;
    }
    Behaviour behaviour = behaviour(container);
    Shims shims = Shims.of(machine);
    RunningProcess process =
        machine
            .processes()
            .spawn(
                spec(container),
                new MainProcess(behaviour, container.spec().withInit()),
                observer(shims, container.id(), settings.controlGroup().apply(container)),
                0,
                executed -> {});
    int pid = process.pid();
    scope(container);
    shims.attach(pid, end -> ended(container, pid, end));
    container.started(pid, machine.kernel().now());
    engine.started(container, asker);
    container.spec().health().ifPresent(h -> check(container, process.pid(), h));
    answered.accept(new Answer.Done(container));
  }

  /**
   * Where systemd is process 1, the runtime has it make a scope of the container's control group
   * (runc and crun; both without default dependencies).
   */
  private void scope(Container container) {
    String group = settings.controlGroup().apply(container);
    int name = group.lastIndexOf('/') + 1;
    if (!group.endsWith(".scope") || !group.startsWith("/")) {
      return;
    }
    String slice = group.substring(group.lastIndexOf('/', name - 2) + 1, name - 1);
    String unit = group.substring(name);
    String text =
        "[Unit]\nDescription=container %s\nDefaultDependencies=no\n[Scope]\nSlice=%s\nDelegate=yes\n"
            .formatted(container.name(), slice);
    machine
        .port(TransientUnits.class)
        .ifPresent(
            t ->
                t.start(
                    unit, SourceText.of("/run/systemd/transient/" + unit, text), started -> {}));
  }

  void adopt(Container container, int pid) {
    container.started(pid, machine.kernel().now());
    Shims.of(machine).attach(pid, end -> ended(container, pid, end));
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

  /** What else runs in a container dies with its process 1, whether an engine runs or not. */
  private ProcessObserver observer(Shims shims, String id, String group) {
    int[] main = {0};
    return new ProcessObserver() {
      @Override
      public void forked(int parent, int child) {
        main[0] = main[0] == 0 ? parent : main[0];
      }

      @Override
      public void ended(int pid, ProcessEnd end) {
        if (main[0] == 0 || main[0] == pid) {
          main[0] = pid;
          machine
              .processes()
              .in(group)
              .forEach(p -> machine.processes().signal(p, Processes.SIGKILL));
          shims.ended(id, pid, end);
        }
      }
    };
  }

  private void ended(Container container, int pid, ProcessEnd end) {
    if (container.pid() == pid && engine.alive()) {
      release(container);
      engine.ended(container, end.code());
    }
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
