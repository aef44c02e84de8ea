package dev.dryboot.simulator.docker;

import dev.dryboot.foreign.container.ContainerCommand;
import dev.dryboot.simulator.container.Container;
import dev.dryboot.simulator.container.Engine;
import dev.dryboot.simulator.container.EngineSettings;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessModel;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.Program;
import dev.dryboot.simulator.machine.SocketActivation;
import dev.dryboot.simulator.process.Typical;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Docker Engine 20.10 and later: {@code --rm} is the daemon's doing, not the client's. */
public final class Docker implements Program, ProcessModel {
  private static final String SOCKET = "/run/docker.sock";

  private final List<Runnable> connecting = new ArrayList<>();
  private final List<Runnable> lost = new ArrayList<>();
  private @Nullable Engine engine;
  private boolean serving;

  static EngineSettings settings(String root) {
    return new EngineSettings(
        "docker",
        root,
        c -> "/system.slice/docker-" + c.id() + ".scope",
        Typical.DOCKER_CREATE.amount(),
        Typical.DOCKER_START.amount());
  }

  @Override
  public List<ProcessModel> models() {
    return List.of(this);
  }

  @Override
  public void install(Machine machine) {
    engine = null;
    serving = false;
    connecting.clear();
    lost.clear();
    Engine.preload(machine, settings("/var/lib/docker"));
  }

  @Override
  public Optional<Behaviour> recognise(ProcessSpec spec, Machine machine) {
    if (spec.purpose().role().equals("container")) {
      return Optional.empty();
    }
    if (spec.programName().equals("dockerd")) {
      return Optional.of(new Dockerd(this));
    }
    return ContainerCommand.read(spec.argv())
        .filter(c -> c.engine() == dev.dryboot.foreign.container.Engine.DOCKER)
        .map(c -> new Client(this, c));
  }

  /** The containers that the running daemon knows; none where it does not run. */
  public List<Container> containers() {
    return engine == null ? List.of() : engine.containers();
  }

  @Nullable Engine engine() {
    return engine;
  }

  /** The daemon has loaded its containers. */
  void loaded(Engine now) {
    engine = now;
  }

  /** The daemon answers from now on: all who have connected are served. */
  void serve() {
    serving = true;
    var waiting = List.copyOf(connecting);
    connecting.clear();
    waiting.forEach(Runnable::run);
  }

  /** The daemon does not answer any more; those whose answer is open lose it. */
  void gone() {
    serving = false;
    if (engine != null) {
      engine.detach();
    }
    engine = null;
    var open = List.copyOf(lost);
    lost.clear();
    open.forEach(Runnable::run);
  }

  /** Calls when the daemon goes away. */
  void onLoss(Runnable call) {
    lost.add(call);
  }

  /** Why nobody answers. */
  static String unreachable(Machine machine) {
    return machine.files().exists("/usr/lib/systemd/system/docker.service")
            || machine.files().exists("/etc/systemd/system/docker.service")
        ? "the daemon cannot be reached"
        : "docker is not installed here";
  }

  /**
   * Connects a client: at once where the daemon answers, later where its socket is listened at.
   *
   * @param served called with the engine
   * @param refused called where nobody listens
   */
  void connect(Machine machine, Consumer<Engine> served, Runnable refused) {
    if (serving && engine != null) {
      served.accept(engine);
      return;
    }
    boolean listening =
        machine
            .port(SocketActivation.class)
            .map(s -> s.connect(SOCKET) || s.connect("/var/run/docker.sock"))
            .orElse(false);
    if (!listening) {
      refused.run();
      return;
    }
    connecting.add(
        () -> {
          if (engine != null) {
            served.accept(engine);
          }
        });
  }
}
