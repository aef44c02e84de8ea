package dev.dryboot.simulator.podman;

import dev.dryboot.foreign.container.ContainerCommand;
import dev.dryboot.simulator.container.Container;
import dev.dryboot.simulator.container.Engine;
import dev.dryboot.simulator.container.EngineSettings;
import dev.dryboot.simulator.machine.Generator;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessModel;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.Program;
import dev.dryboot.simulator.process.Typical;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Podman 4.4 to 5.x, as root. */
public final class Podman implements Program, ProcessModel {
  private static final String ROOT = "/var/lib/containers/storage";

  private @Nullable Engine engine;

  private static EngineSettings settings() {
    return new EngineSettings(
        "podman",
        ROOT,
        Podman::controlGroup,
        Typical.PODMAN_COMMAND.amount(),
        Typical.PODMAN_START.amount());
  }

  /** With {@code --cgroups=split} a container stays in its unit's control group. */
  private static String controlGroup(Container container) {
    boolean split = container.spec().words().contains("--cgroups=split");
    return split
        ? container.owner().controlGroup() + "/libpod-payload-" + container.id()
        : "/machine.slice/libpod-" + container.id() + ".scope";
  }

  @Override
  public List<ProcessModel> models() {
    return List.of(this);
  }

  @Override
  public List<Generator> generators() {
    return List.of(new Quadlets());
  }

  @Override
  public void install(Machine machine) {
    engine = null;
    Engine.preload(machine, settings());
  }

  @Override
  public Optional<Behaviour> recognise(ProcessSpec spec, Machine machine) {
    if (spec.purpose().role().equals("container")) {
      return Optional.empty();
    }
    return ContainerCommand.read(spec.argv())
        .filter(c -> c.engine() == dev.dryboot.foreign.container.Engine.PODMAN)
        .map(c -> new PodmanCommand(this, c));
  }

  /** The containers on record, once a command has looked at them. */
  public List<Container> containers() {
    return engine == null ? List.of() : engine.containers();
  }

  /**
   * What is on record, as it is when the first command of a boot looks at it: containers that ran
   * before the boot do not run any more (libpod, refresh).
   */
  Engine engine(Machine machine) {
    if (engine == null) {
      Engine loaded = new Engine(machine, settings());
      for (Container container : loaded.containers()) {
        if (container.running()) {
          loaded.foundDead(container);
        }
      }
      engine = loaded;
    }
    return engine;
  }
}
