package dev.dryboot.simulator.rancher;

import dev.dryboot.simulator.container.Container;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.Power;
import dev.dryboot.simulator.machine.SeenUnits;
import dev.dryboot.simulator.machine.ServiceManager;
import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.simulator.rancher.config.RancherConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What others may ask of RancherOS: to start and stop services, and to shut down. */
final class RancherManager implements ServiceManager {
  /** What a shutdown gives each container before it is killed (cmd/power/power.go). */
  private static final long STOP_TIMEOUT = 2_000_000;

  /** Seconds after which a shutdown is forced, and the least that may be set. */
  private static final long SHUTDOWN_TIMEOUT = 60;

  private static final long LEAST_SHUTDOWN_TIMEOUT = 5;

  private static final List<String> SHUTDOWNS = List.of("poweroff", "reboot", "halt");

  private final RancherBoot boot;
  private final Machine machine;
  private boolean goingDown;

  RancherManager(RancherBoot boot) {
    this.boot = boot;
    this.machine = boot.machine();
  }

  @Override
  public void request(Request request, Consumer<Integer> answered) {
    int code = 0;
    if (SHUTDOWNS.contains(request.verb())) {
      shutDown(request.verb(), request.asker());
    }
    for (String unit : request.units()) {
      if (unit.endsWith(".target")) {
        shutDown(unit.substring(0, unit.length() - ".target".length()), request.asker());
      } else {
        code = Math.max(code, service(request.verb(), unit));
      }
    }
    answered.accept(code);
  }

  private int service(String verb, String name) {
    Optional<Container> container =
        boot.engine().flatMap(e -> e.find(name)).filter(c -> c.name().equals(name));
    if (container.isEmpty()) {
      return 5;
    }
    boot.engine()
        .ifPresent(
            engine -> {
              switch (verb) {
                case "start" -> engine.start(container.get(), "ros", answer -> {});
                case "stop" -> engine.stop(container.get(), -1, true, () -> {});
                case "restart" -> engine.restart(container.get(), -1, "ros", answer -> {});
                default -> boot.log("ros", "has no verb " + verb);
              }
            });
    return 0;
  }

  private void shutDown(String how, String asker) {
    if (goingDown) {
      return;
    }
    goingDown = true;
    boot.project().ifPresent(Project::stopping);
    long timeout =
        Math.max(
            LEAST_SHUTDOWN_TIMEOUT,
            boot.config().flatMap(RancherConfig::shutdownTimeout).orElse(SHUTDOWN_TIMEOUT));
    boot.after(timeout * 1_000_000, () -> end(how, asker));
    List<Container> running = new ArrayList<>();
    boot.engine()
        .ifPresent(
            e -> {
              e.shuttingDown();
              running.addAll(e.runningOnes());
            });
    running.sort(java.util.Comparator.comparing(c -> c.name().equals(ConsoleInit.CONSOLE)));
    stop(running, 0, how, asker);
  }

  private void stop(List<Container> running, int at, String how, String asker) {
    if (at == running.size() || boot.engine().isEmpty()) {
      end(how, asker);
      return;
    }
    boot.engine()
        .get()
        .stop(running.get(at), STOP_TIMEOUT, true, () -> stop(running, at + 1, how, asker));
  }

  private void end(String how, String asker) {
    if (goingDown) {
      goingDown = false;
      machine.port(Power.class).ifPresent(p -> p.end(how, asker));
    }
  }

  @Override
  public Optional<String> activeState(String unit) {
    return boot.project()
        .filter(p -> p.services().containsKey(unit))
        .map(p -> p.states().of(unit).active());
  }

  @Override
  public Optional<String> unitFileState(String unit) {
    return boot.project().filter(p -> p.services().containsKey(unit)).map(p -> "enabled");
  }

  @Override
  public Optional<Integer> mainPid(String unit) {
    return boot.engine().flatMap(e -> e.find(unit)).map(Container::pid).filter(pid -> pid != 0);
  }

  @Override
  public boolean kill(String unit, int signal, String whom) {
    Optional<Container> container = boot.engine().flatMap(e -> e.find(unit));
    return container.isPresent()
        && boot.engine().orElseThrow().kill(container.get(), signal, false);
  }

  @Override
  public SeenUnits units() {
    List<UnitRecord> now =
        boot.project().map(p -> new ServiceUnits(boot, p).all()).orElse(List.of());
    return new SeenUnits(() -> now);
  }
}
