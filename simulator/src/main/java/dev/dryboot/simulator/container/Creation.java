package dev.dryboot.simulator.container;

import dev.dryboot.simulator.machine.Machine;
import java.util.Optional;
import java.util.function.Consumer;

/** How an engine makes a container: its image, its name, its networks and volumes. */
final class Creation {
  private final Machine machine;
  private final EngineSettings settings;
  private final Engine engine;

  Creation(Machine machine, EngineSettings settings, Engine engine) {
    this.machine = machine;
    this.settings = settings;
    this.engine = engine;
  }

  void create(ContainerSpec spec, Asker asker, Consumer<Answer> answered) {
    boolean fetch = spec.pull().equals("always") || spec.pull().equals("newer");
    if (engine.images().has(spec.image()) && !fetch) {
      engine.after(settings.create(), () -> make(spec, asker, answered));
    } else if (spec.pull().equals("never")) {
      engine.refuse(
          spec.name().orElse(""), "image not there: " + spec.image(), asker.unit(), answered);
    } else {
      engine
          .images()
          .pull(
              spec.image(),
              asker.unit(),
              complete -> {
                if (complete || engine.images().has(spec.image())) {
                  engine.after(settings.create(), () -> make(spec, asker, answered));
                } else {
                  engine.refuse(
                      spec.name().orElse(""),
                      "image not fetched: " + spec.image(),
                      asker.unit(),
                      answered);
                }
              });
    }
  }

  private void make(ContainerSpec spec, Asker asker, Consumer<Answer> answered) {
    String id = newId();
    String name = spec.name().orElse("unnamed-" + id.substring(0, 8));
    Optional<Container> holder =
        engine.containers().stream().filter(c -> c.name().equals(name)).findFirst();
    if (holder.isPresent()) {
      engine.refuse(
          name,
          "name in use by container " + holder.get().id().substring(0, 12),
          asker.unit(),
          answered);
      return;
    }
    Optional<String> network = engine.networks().missing(spec);
    if (network.isPresent()) {
      engine.refuse(name, "network not found: " + network.get(), asker.unit(), answered);
      return;
    }
    Optional<String> shared = Networks.sharedWith(spec);
    if (shared.filter(other -> engine.find(other).isEmpty()).isPresent()) {
      engine.refuse(name, "no such container: " + shared.get(), asker.unit(), answered);
      return;
    }
    if (shared.isPresent() && !spec.ports().isEmpty()) {
      engine.refuse(
          name,
          "ports are published by the container whose network is shared: " + shared.get(),
          asker.unit(),
          answered);
      return;
    }
    Container container = new Container(id, name, spec);
    container.owner(asker);
    engine.volumes().addNamed(spec);
    engine.created(container, asker.unit());
    answered.accept(new Answer.Done(container));
  }

  private String newId() {
    var id = new StringBuilder();
    while (id.length() < 64) {
      id.append("%016x".formatted(machine.kernel().random().nextLong()));
    }
    return id.toString();
  }
}
