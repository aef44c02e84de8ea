package dev.dryboot.simulator.podman;

import dev.dryboot.foreign.container.ContainerCommand;
import dev.dryboot.simulator.container.Container;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.process.Typical;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who tells systemd that a container is ready (podman-run(1), --sdnotify).
 *
 * @param mode {@code conmon} tells at once, {@code container} leaves it to what runs in it, {@code
 *     healthy} waits for the health check, {@code ignore} tells nothing
 */
record SdNotify(String mode) {
  static SdNotify of(ContainerCommand command) {
    return new SdNotify(command.last("sdnotify").orElse("container"));
  }

  boolean waitsForHealth() {
    return mode.equals("healthy");
  }

  /** Where the caller is a service that notifies: tells systemd the main process, and READY. */
  void tell(RunningProcess self, Container container, RunningProcess conmon) {
    if (!self.spec().environment().containsKey("NOTIFY_SOCKET")
        && !self.spec().purpose().type().startsWith("notify")) {
      return;
    }
    Map<String, String> main = Map.of("MAINPID", String.valueOf(conmon.pid()));
    Map<String, String> ready =
        new TreeMap<>(Map.of("MAINPID", String.valueOf(conmon.pid()), "READY", "1"));
    switch (mode) {
      case "ignore" -> {}
      case "healthy" -> {
        self.notify(main);
        whenHealthy(
            self,
            container,
            () -> {
              if (conmon.alive()) {
                conmon.notify(ready);
                PodmanCommand.exit(self, 0);
              }
            });
      }
      case "container" -> {
        self.notify(main);
        conmon.after(Typical.DAEMON_READY.amount(), () -> conmon.notify(Map.of("READY", "1")));
      }
      default -> self.notify(ready);
    }
  }

  private static void whenHealthy(RunningProcess self, Container container, Runnable then) {
    self.machine()
        .listen(
            fact -> {
              if (fact instanceof Fact.ContainerChanged c
                  && c.container().equals(container.name())
                  && c.state().equals("healthy")) {
                then.run();
              }
            });
  }
}
