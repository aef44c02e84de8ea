package dev.dryboot.simulator.podman;

import dev.dryboot.foreign.container.ContainerCommand;
import dev.dryboot.foreign.container.ImageReference;
import dev.dryboot.simulator.container.Container;
import dev.dryboot.simulator.container.Engine;
import dev.dryboot.simulator.container.Inspection;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.ProcessModel.Behaviour;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.process.Signals;
import dev.dryboot.simulator.process.Typical;
import java.util.List;
import java.util.Optional;

/** One call of podman. It does the work itself: there is no daemon. */
final class PodmanCommand implements Behaviour {
  /** What podman ends with when it cannot do what it is told (podman-run(1)). */
  static final int ERROR = 125;

  private final Podman podman;
  private final ContainerCommand command;
  private final PodmanRun run;

  PodmanCommand(Podman podman, ContainerCommand command) {
    this.podman = podman;
    this.command = command;
    this.run = new PodmanRun(command);
  }

  @Override
  public void start(RunningProcess self) {
    self.after(Typical.PODMAN_COMMAND.amount(), () -> act(self));
  }

  private void act(RunningProcess self) {
    Engine engine = podman.engine(self.machine());
    switch (command.verb()) {
      case "run", "create" -> run.create(self, engine);
      case "start" -> run.start(self, engine, targets(engine));
      case "stop", "restart" -> stop(self, engine, targets(engine), 0);
      case "kill" -> {
        int signal = command.signal().map(s -> Signals.number(s).orElse(9)).orElse(9);
        targets(engine).forEach(c -> engine.kill(c, signal, true));
        exit(self, 0);
      }
      case "rm" -> remove(self, engine, targets(engine), 0);
      case "wait" -> awaitEnd(self, engine);
      case "pull", "image pull" -> pull(self, engine);
      default -> exit(self, other(self, engine));
    }
  }

  private int other(RunningProcess self, Engine engine) {
    List<String> words = command.words();
    switch (command.verb()) {
      case "network create" -> words.forEach(engine.networks()::add);
      case "volume create" -> words.forEach(engine.volumes()::add);
      case "network rm" -> words.forEach(engine.networks()::remove);
      case "volume rm" -> words.forEach(engine.volumes()::remove);
      case "top" -> {
        return words.stream()
                .limit(1)
                .allMatch(w -> engine.find(w).filter(Container::running).isPresent())
            ? 0
            : ERROR;
      }
      case "inspect" -> {
        return Inspection.exitCode(self, engine, words) == 0 ? 0 : ERROR;
      }
      case "logs", "port" -> {
        return words.stream().limit(1).allMatch(w -> engine.find(w).isPresent()) ? 0 : ERROR;
      }
      case "container exists" -> {
        return words.stream().allMatch(w -> engine.find(w).isPresent()) ? 0 : 1;
      }
      case "image exists", "image inspect" -> {
        return words.stream().allMatch(w -> engine.images().has(reference(w))) ? 0 : 1;
      }
      case "build", "load", "tag", "import" ->
          command.all("tag").forEach(t -> engine.images().add(reference(t)));
      case "kube play", "pod create", "pod start" ->
          self.machine()
              .publish(new Fact.NotModelled(self.spec().owner(), "podman " + command.verb()));
      default -> {}
    }
    return 0;
  }

  private void stop(RunningProcess self, Engine engine, List<Container> left, int from) {
    if (from == left.size()) {
      boolean fine = !left.isEmpty() || command.isOn("ignore") || command.isOn("all");
      exit(self, fine ? 0 : ERROR);
      return;
    }
    long time =
        command
            .stopTime()
            .filter(t -> t.matches("[0-9]{1,6}"))
            .map(t -> Long.parseLong(t) * 1_000_000)
            .orElse(-1L);
    engine.stop(left.get(from), time, true, () -> stop(self, engine, left, from + 1));
  }

  private void remove(RunningProcess self, Engine engine, List<Container> left, int from) {
    if (from == left.size()) {
      boolean fine = !left.isEmpty() || command.isOn("ignore") || command.isOn("force");
      exit(self, fine ? 0 : 1);
      return;
    }
    Container container = left.get(from);
    boolean force = command.isOn("force");
    if (force && container.running()) {
      engine.stop(
          container,
          -1,
          true,
          () -> engine.remove(container, true, d -> remove(self, engine, left, from + 1)));
    } else {
      engine.remove(container, force, d -> remove(self, engine, left, from + 1));
    }
  }

  /** The containers that are meant: by name, by a file with an id, or all with a policy. */
  private List<Container> targets(Engine engine) {
    if (command.isOn("all")) {
      boolean always = command.all("filter").stream().anyMatch(f -> f.contains("restart-policy"));
      return engine.containers().stream()
          .filter(c -> !always || c.spec().restart().restarts())
          .toList();
    }
    var names = new java.util.ArrayList<>(command.words());
    command.last("cidfile").ifPresent(names::add);
    return names.stream().map(n -> found(engine, n)).flatMap(Optional::stream).toList();
  }

  private static Optional<Container> found(Engine engine, String name) {
    String bare = name.substring(name.lastIndexOf('/') + 1).replace(".cid", "");
    return engine.find(name).or(() -> engine.find(bare)).or(() -> engine.find("systemd-" + bare));
  }

  private void awaitEnd(RunningProcess self, Engine engine) {
    List<Container> containers = targets(engine);
    if (containers.isEmpty() || !containers.getFirst().running()) {
      exit(self, containers.isEmpty() ? ERROR : 0);
    } else {
      containers.getFirst().onExit(code -> exit(self, 0));
    }
  }

  private void pull(RunningProcess self, Engine engine) {
    String image = command.words().stream().findFirst().orElse("");
    engine
        .images()
        .pull(reference(image), self.spec().owner(), done -> exit(self, done ? 0 : ERROR));
  }

  private static String reference(String image) {
    var read = ImageReference.read(image);
    return read.fault().isEmpty() ? read.get().toString() : image;
  }

  static void exit(RunningProcess self, int code) {
    if (self.alive()) {
      self.exit(code);
    }
  }

  @Override
  public void signalled(RunningProcess self, int signal) {
    run.attached()
        .filter(Container::running)
        .ifPresentOrElse(
            c -> podman.engine(self.machine()).kill(c, signal, signal == Signals.TERM),
            () -> self.die(signal));
  }
}
