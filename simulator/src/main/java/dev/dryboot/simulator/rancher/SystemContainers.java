package dev.dryboot.simulator.rancher;

import dev.dryboot.foreign.container.ContainerCommand;
import dev.dryboot.foreign.container.ImageReference;
import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.container.Answer;
import dev.dryboot.simulator.container.Asker;
import dev.dryboot.simulator.container.Container;
import dev.dryboot.simulator.container.ContainerSpec;
import dev.dryboot.simulator.container.Engine;
import dev.dryboot.simulator.rancher.config.RancherConfig;
import dev.dryboot.simulator.rancher.config.Service;
import dev.dryboot.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Services in containers of system-docker: made once, made anew where they have changed. */
final class SystemContainers {
  private final RancherBoot boot;
  private final ServiceStates states;

  SystemContainers(RancherBoot boot, ServiceStates states) {
    this.boot = boot;
    this.states = states;
  }

  /** A service's image by its whole name. */
  static String image(Service service) {
    String written = service.image().map(Located::value).orElse("");
    var reference = ImageReference.read(written);
    return reference.fault().isEmpty() ? reference.get().toString() : written;
  }

  /** Brings a service up; {@code settled} is called when those behind it may go on. */
  void up(Service service, Runnable settled) {
    String name = service.name().value();
    Optional<Engine> engine = boot.engine();
    var spec =
        ContainerCommand.read(ComposeCommand.of(service, List.of("create")))
            .map(ContainerSpec::read);
    if (engine.isEmpty() || spec.isEmpty()) {
      fail(service, "it cannot be made a container", settled);
      return;
    }
    switch (spec.get()) {
      case ContainerSpec.Reading.Refused refused -> fail(service, refused.reason(), settled);
      case ContainerSpec.Reading.Of of -> {
        Optional<Container> there = engine.get().find(name).filter(c -> c.name().equals(name));
        boolean keep =
            there.filter(c -> c.spec().words().equals(of.spec().words())).isPresent()
                && !flag(service, "io.docker.compose.rebuild", "always");
        if (keep) {
          made(service, engine.get(), there.orElseThrow(), settled);
        } else {
          there.ifPresent(c -> engine.get().remove(c, true, removed -> {}));
          engine
              .get()
              .create(
                  of.spec(),
                  new Asker(name, "/system-docker", waited(service)),
                  answer ->
                      answered(
                          answer, service, settled, c -> made(service, engine.get(), c, settled)));
        }
      }
    }
  }

  private void answered(
      Answer answer, Service service, Runnable settled, Consumer<Container> done) {
    switch (answer) {
      case Answer.Done d -> done.accept(d.container());
      case Answer.Refused refused -> fail(service, refused.problem(), settled);
    }
  }

  private void made(Service service, Engine engine, Container container, Runnable settled) {
    if (flag(service, "io.rancher.os.createonly", "true")) {
      states.up(service.name().value(), "created");
      settled.run();
      return;
    }
    writeFiles(service);
    engine.start(
        container,
        service.name().value(),
        answer -> answered(answer, service, settled, c -> started(service, c, settled)));
  }

  private void started(Service service, Container container, Runnable settled) {
    String name = service.name().value();
    if (waited(service)) {
      container.onExit(
          code -> {
            if (code == 0) {
              states.up(name, "exited");
            } else {
              states.failed(name, "exit-code");
            }
            settled.run();
          });
    } else {
      // Docker's own service counts as up when the daemon answers, and says so itself; those behind
      // it do not wait for that.
      if (!name.equals("docker")) {
        states.up(name, "running");
      }
      settled.run();
    }
  }

  private void fail(Service service, String why, Runnable settled) {
    boot.log(service.name().value(), "failed to start: " + why);
    states.failed(service.name().value(), "resources");
    settled.run();
  }

  /** Files for another container than the console are written as it starts (entrypoint.go). */
  private void writeFiles(Service service) {
    String name = service.name().value();
    if (name.equals("console")) {
      return;
    }
    List<RancherConfig.WriteFile> files =
        boot.config().map(RancherConfig::writeFiles).orElse(List.of());
    files.stream()
        .filter(f -> f.container().equals(name))
        .forEach(
            f ->
                boot.machine()
                    .publish(
                        new dev.dryboot.simulator.machine.Fact.FileWritten(
                            f.path().value(), name)));
  }

  static boolean waited(Service service) {
    return flag(service, "io.rancher.os.detach", "false");
  }

  static boolean flag(Service service, String label, String value) {
    return service.label(label).filter(value::equals).isPresent();
  }

  /** Where a service was written. */
  static Optional<Span> place(Service service) {
    return Optional.of(service.name().at());
  }
}
