package dev.dryboot.simulator.rancher;

import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.machine.ProcessObserver;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.rancher.config.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Services in containers of the user's Docker, asked for by its client. */
final class UserContainers {
  /** A client that cannot reach Docker tries for so long (rancher/os, pkg/util/backoff.go). */
  private static final long PATIENCE = 300_000_000;

  private final RancherBoot boot;
  private final Machine machine;
  private final ServiceStates states;

  UserContainers(RancherBoot boot, ServiceStates states) {
    this.boot = boot;
    this.machine = boot.machine();
    this.states = states;
  }

  /** Brings a service up; {@code settled} is called when those behind it may go on. */
  void up(Service service, Runnable settled) {
    if (boot.dockerAnswers()) {
      ask(service, settled);
      return;
    }
    boolean[] asked = {false};
    machine.publish(
        new dev.dryboot.simulator.machine.Fact.Waiting(
            service.name().value(), "the user's Docker", "docker"));
    boot.onDocker(
        () -> {
          if (!asked[0]) {
            asked[0] = true;
            ask(service, settled);
          }
        });
    boot.after(
        PATIENCE,
        () -> {
          if (!asked[0]) {
            asked[0] = true;
            boot.log(service.name().value(), "Docker does not answer after 5 min");
            states.failed(service.name().value(), "timeout");
            settled.run();
          }
        });
  }

  private void ask(Service service, Runnable settled) {
    String name = service.name().value();
    states.begins(name);
    boolean createOnly = SystemContainers.flag(service, "io.rancher.os.createonly", "true");
    client(
        name,
        List.of("docker", "inspect", name),
        there -> {
          if (there && createOnly) {
            over(service, true, "created", settled);
          } else {
            List<String> verb = createOnly ? List.of("create") : List.of("run", "-d");
            client(
                name,
                there ? List.of("docker", "start", name) : ComposeCommand.of(service, verb),
                well -> over(service, well, createOnly ? "created" : "running", settled));
          }
        });
  }

  private void over(Service service, boolean well, String sub, Runnable settled) {
    String name = service.name().value();
    if (well) {
      states.up(name, sub);
    } else {
      boot.log(name, "failed to start");
      states.failed(name, "resources");
    }
    settled.run();
  }

  private void client(String name, List<String> argv, java.util.function.Consumer<Boolean> done) {
    ProcessObserver observer =
        (pid, end) -> done.accept(end instanceof ProcessEnd.Exited e && e.code() == 0);
    machine
        .processes()
        .spawn(
            new ProcessSpec(
                argv,
                Map.of(),
                name,
                "/system-docker/sysinit",
                "root",
                Optional.empty(),
                ProcessSpec.Purpose.CALL),
            observer,
            0,
            executed -> {});
  }
}
