package dev.dryboot.simulator.container;

import dev.dryboot.foreign.container.ImageReference;
import dev.dryboot.simulator.kernel.Stage;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.machine.PreloadedImage;
import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.machine.Processes;
import dev.dryboot.simulator.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** An engine: makes, starts, stops and removes containers, and keeps their records. */
public final class Engine {
  private final Machine machine;
  private final EngineSettings settings;
  private final Store store;
  private final Images images;
  private final Networks networks;
  private final Volumes volumes;
  private final Creation creation;
  private final Running running;
  private final Map<String, Container> containers = new LinkedHashMap<>();
  private boolean alive = true;
  private boolean shuttingDown;

  /** Loads what is on record where its directory is now. */
  public Engine(Machine machine, EngineSettings settings) {
    this.machine = machine;
    this.settings = settings;
    this.store = new Store(machine, settings.root());
    this.images = new Images(machine, settings.name(), store);
    this.networks = new Networks(store);
    this.volumes = new Volumes(machine, settings.name(), store);
    this.creation = new Creation(machine, settings, this);
    this.running = new Running(machine, settings, this);
    containers.putAll(store.containers());
  }

  /** Puts the images that the machine came with into an engine's directory, once. */
  public static void preload(Machine machine, EngineSettings settings) {
    Store store = new Store(machine, settings.root());
    List<PreloadedImage> images =
        machine.port(MachineImage.class).map(MachineImage::images).orElse(List.of());
    for (PreloadedImage image : images) {
      if (image.engine().equals(settings.name())) {
        var reference = ImageReference.read(image.reference());
        String name = reference.fault().isEmpty() ? reference.get().toString() : image.reference();
        new Images(machine, settings.name(), store).add(name);
      }
    }
  }

  public String name() {
    return settings.name();
  }

  /** All containers, in the order of their records. */
  public List<Container> containers() {
    return List.copyOf(containers.values());
  }

  /** The containers that run: those that a stopping engine waits for. */
  public List<Container> runningOnes() {
    return containers.values().stream().filter(Container::running).toList();
  }

  /** A container by its name, its id, or the beginning of it. */
  public Optional<Container> find(String name) {
    return containers.values().stream()
        .filter(
            c ->
                c.name().equals(name)
                    || c.id().equals(name)
                    || name.length() >= 4 && c.id().startsWith(name))
        .findFirst();
  }

  public Images images() {
    return images;
  }

  public Networks networks() {
    return networks;
  }

  public Volumes volumes() {
    return volumes;
  }

  /**
   * Makes a container, after fetching its image where it is not there.
   *
   * @param asker who asks for it
   */
  public void create(ContainerSpec spec, Asker asker, Consumer<Answer> answered) {
    creation.create(spec, asker, answered);
  }

  /** A container has been made: from now on it is on record. */
  void created(Container container, String asker) {
    containers.put(container.id(), container);
    store.save(container);
    changed(container, "created", asker, Optional.empty());
  }

  /** Starts a container; one that runs already is left as it is. */
  public void start(Container container, String asker, Consumer<Answer> answered) {
    if (container.running()) {
      answered.accept(new Answer.Done(container));
      return;
    }
    container.beginAnew();
    after(settings.start() + delay(), () -> running.start(container, asker, answered));
  }

  /**
   * Stops a container: its stop signal, then SIGKILL when its time is up.
   *
   * @param timeout microseconds; below 0 for the container's own
   */
  public void stop(Container container, long timeout, boolean manually, Runnable stopped) {
    container.manuallyStopped(manually);
    if (!container.running()) {
      container.cancelRestart();
      store.save(container);
      stopped.run();
      return;
    }
    long time = timeout < 0 ? container.spec().stopTimeout() : timeout;
    int pid = container.pid();
    container.onExit(code -> stopped.run());
    machine.processes().signal(pid, container.spec().stopSignal());
    machine
        .kernel()
        .after(
            time,
            Stage.WORLD,
            () -> {
              if (container.pid() == pid) {
                machine.processes().signal(pid, Processes.SIGKILL);
              }
            });
  }

  /** Stops a container and starts it; one that is run with --rm stays (moby, restart.go). */
  public void restart(Container container, long timeout, String asker, Consumer<Answer> answered) {
    container.restartAsked(true);
    stop(
        container,
        timeout,
        false,
        () -> {
          container.restartAsked(false);
          start(container, asker, answered);
        });
  }

  /**
   * Sends a signal; says whether the container runs. {@code docker kill} counts as a manual stop.
   */
  public boolean kill(Container container, int signal, boolean manually) {
    if (!container.running()) {
      return false;
    }
    container.manuallyStopped(manually);
    machine.processes().signal(container.pid(), signal);
    return true;
  }

  /** Removes a container; one that runs only by force, which kills it. */
  public void remove(Container container, boolean force, Consumer<Boolean> removed) {
    if (container.running() && !force) {
      removed.accept(false);
    } else if (container.running()) {
      container.manuallyStopped(true);
      container.onExit(
          code -> {
            forget(container);
            removed.accept(true);
          });
      machine.processes().signal(container.pid(), Processes.SIGKILL);
    } else {
      forget(container);
      removed.accept(true);
    }
  }

  /** The engine goes away; its containers' processes stay as they are. */
  public void detach() {
    alive = false;
    containers.values().forEach(Container::cancelRestart);
    containers.values().forEach(Container::takeWaiters);
    Shims shims = Shims.of(machine);
    containers.values().forEach(c -> shims.detach(c.pid()));
  }

  /** Containers that end from now on are not started again. */
  public void shuttingDown() {
    shuttingDown = true;
    containers.values().forEach(Container::cancelRestart);
  }

  public boolean alive() {
    return alive;
  }

  /** Takes up a container whose process has outlived the engine. */
  public void adopt(Container container, int pid) {
    running.adopt(container, pid);
  }

  /**
   * A container that was on record as running has no process any more. Its exit code is known where
   * it ended in this boot, else it is 255.
   */
  public void foundDead(Container container) {
    int code = Shims.of(machine).takeEnd(container.id()).map(ProcessEnd::code).orElse(255);
    container.exited(code);
    store.save(container);
    changed(container, "exited", "found dead at the engine's start", Optional.of(code));
  }

  void ended(Container container, int code) {
    container.exited(code);
    store.save(container);
    boolean again =
        alive && !shuttingDown && !container.manuallyStopped() && container.shouldRestart();
    changed(
        container,
        "exited",
        container.manuallyStopped() ? "stopped" : "by itself",
        Optional.of(code));
    var waiters = container.takeWaiters();
    if (again) {
      long wait = container.nextBackOff(machine.kernel().now());
      container.restarting(
          machine
              .kernel()
              .after(wait, Stage.WORLD, () -> running.start(container, name(), a -> {})));
    } else if (alive && container.removesItself() && containers.containsKey(container.id())) {
      forget(container);
    }
    waiters.forEach(w -> w.accept(code));
  }

  void started(Container container, String asker) {
    store.save(container);
    changed(container, "running", asker, Optional.empty());
  }

  void refuse(String container, String reason, String asker, Consumer<Answer> answered) {
    machine.publish(new Fact.EngineRefused(name(), container, reason, asker));
    answered.accept(new Answer.Refused(reason, 125));
  }

  private void forget(Container container) {
    if (containers.remove(container.id()) != null) {
      container.cancelRestart();
      store.remove(container);
      changed(container, "removed", "", Optional.empty());
    }
  }

  void changed(Container container, String state, String cause, Optional<Integer> code) {
    machine.publish(new Fact.ContainerChanged(name(), container.name(), state, cause, code));
  }

  /** In shuffled schedules, starting takes up to twice as long: containers overtake each other. */
  private long delay() {
    boolean shuffled =
        machine.port(Scenario.class).filter(s -> s.shuffle().isPresent()).isPresent();
    return shuffled ? (long) (machine.kernel().random().nextDouble() * settings.start()) : 0;
  }

  /** Does something later, if there is an engine still. */
  void after(long time, Runnable action) {
    machine
        .kernel()
        .after(
            time,
            Stage.WORLD,
            () -> {
              if (alive) {
                action.run();
              }
            });
  }
}
