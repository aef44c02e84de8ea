package dev.dryboot.simulator.container;

import dev.dryboot.foreign.container.ImageReference;
import dev.dryboot.foreign.container.RestartPolicy;
import dev.dryboot.foreign.container.VolumeMount;
import dev.dryboot.simulator.kernel.Stage;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.machine.PreloadedImage;
import dev.dryboot.simulator.machine.Processes;
import dev.dryboot.simulator.machine.VirtualFileSystem.Written;
import dev.dryboot.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** An engine: makes, starts, stops and removes containers, and keeps their records. */
public final class Engine {
  private static final List<String> BUILT_IN_NETWORKS =
      List.of("bridge", "host", "none", "default");

  private final Machine machine;
  private final EngineSettings settings;
  private final Store store;
  private final Images images;
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

  public boolean hasImage(String reference) {
    return images.has(reference);
  }

  public void addImage(String reference) {
    images.add(reference);
  }

  public void removeImage(String reference) {
    images.remove(reference);
  }

  public boolean hasNetwork(String network) {
    return BUILT_IN_NETWORKS.contains(network) || store.has("network", network);
  }

  public void addNetwork(String network) {
    store.add("network", network);
  }

  public void removeNetwork(String network) {
    store.drop("network", network);
  }

  public boolean hasVolume(String volume) {
    return store.has("volumes", volume);
  }

  public void addVolume(String volume) {
    store.add("volumes", volume);
  }

  public void removeVolume(String volume) {
    store.drop("volumes", volume);
  }

  public void pull(String reference, String asker, Consumer<Boolean> done) {
    images.pull(reference, asker, done);
  }

  /**
   * Makes a container, after fetching its image where it is not there.
   *
   * @param asker who asks for it
   */
  public void create(ContainerSpec spec, Asker asker, Consumer<Answer> answered) {
    boolean fetch = spec.pull().equals("always") || spec.pull().equals("newer");
    if (images.has(spec.image()) && !fetch) {
      after(settings.create(), () -> make(spec, asker, answered));
    } else if (spec.pull().equals("never")) {
      refuse(spec.name().orElse(""), "image not there: " + spec.image(), asker.unit(), answered);
    } else {
      images.pull(
          spec.image(),
          asker.unit(),
          complete -> {
            if (complete || images.has(spec.image())) {
              after(settings.create(), () -> make(spec, asker, answered));
            } else {
              refuse(
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
        containers.values().stream().filter(c -> c.name().equals(name)).findFirst();
    if (holder.isPresent()) {
      refuse(
          name,
          "name in use by container " + holder.get().id().substring(0, 12),
          asker.unit(),
          answered);
      return;
    }
    for (String network : spec.networks()) {
      String plain = network.split(":")[0];
      boolean shared = plain.equals("container") || plain.equals("ns");
      if (!shared
          && !plain.startsWith("slirp4netns")
          && !plain.equals("pasta")
          && !hasNetwork(plain)) {
        refuse(name, "network not found: " + plain, asker.unit(), answered);
        return;
      }
    }
    Container container = new Container(id, name, spec);
    container.owner(asker);
    for (VolumeMount volume : spec.volumes()) {
      if (volume.kind() == VolumeMount.Kind.NAMED) {
        volume.source().ifPresent(this::addVolume);
      }
    }
    containers.put(id, container);
    store.save(container);
    changed(container, "created", asker.unit(), Optional.empty());
    answered.accept(new Answer.Done(container));
  }

  /** Starts a container; one that runs already is left as it is. */
  public void start(Container container, String asker, Consumer<Answer> answered) {
    if (container.running()) {
      answered.accept(new Answer.Done(container));
      return;
    }
    container.cancelRestart();
    container.manuallyStopped(false);
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
    int code = Shims.of(machine).takeEnd(container.id()).map(Running::code).orElse(255);
    container.exited(code);
    store.save(container);
    changed(container, "exited", "found dead at the engine's start", Optional.of(code));
  }

  /** Whether the engine starts it again when the engine itself has started (restartmanager.go). */
  public boolean shouldRestart(Container container) {
    RestartPolicy policy = container.spec().restart();
    return switch (policy.kind()) {
      case NO -> false;
      case ALWAYS -> true;
      case UNLESS_STOPPED -> !container.manuallyStopped();
      case ON_FAILURE ->
          !container.manuallyStopped()
              && container.exitCode() != 0
              && (policy.retries() == 0 || container.restarts() < policy.retries());
    };
  }

  void ended(Container container, int code) {
    container.exited(code);
    store.save(container);
    boolean again =
        alive && !shuttingDown && !container.manuallyStopped() && shouldRestart(container);
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
    } else if (alive && container.spec().autoRemove() && containers.containsKey(container.id())) {
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

  /** Binds need their source: an engine makes a missing directory for {@code --volume}. */
  boolean prepareVolumes(Container container) {
    for (VolumeMount volume : container.spec().volumes()) {
      String source = volume.source().orElse("");
      if (volume.kind() == VolumeMount.Kind.BIND
          && source.startsWith("/")
          && !machine.files().exists(source)) {
        if (machine.files().write(source, new FileNode.Directory()) != Written.DONE) {
          return false;
        }
        machine.publish(new Fact.FileWritten(source, name()));
      }
    }
    return true;
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

  private void after(long time, Runnable action) {
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

  private String newId() {
    var id = new StringBuilder();
    while (id.length() < 64) {
      id.append("%016x".formatted(machine.kernel().random().nextLong()));
    }
    return id.toString();
  }

  /** Engines that a stopping daemon waits for: those that run. */
  public List<Container> runningOnes() {
    var found = new ArrayList<Container>();
    containers.values().stream().filter(Container::running).forEach(found::add);
    return found;
  }
}
