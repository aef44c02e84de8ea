package dev.dryboot.simulator.podman;

import dev.dryboot.foreign.container.ContainerCommand;
import dev.dryboot.foreign.container.ImageReference;
import dev.dryboot.simulator.container.Answer;
import dev.dryboot.simulator.container.Asker;
import dev.dryboot.simulator.container.Container;
import dev.dryboot.simulator.container.ContainerSpec;
import dev.dryboot.simulator.container.Engine;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.ProcessModel.Behaviour;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.process.Signals;
import dev.dryboot.simulator.process.Typical;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call of podman. It does the work itself: there is no daemon. */
final class PodmanCommand implements Behaviour {
  private static final int ERROR = 125;

  private final Podman podman;
  private final ContainerCommand command;
  private @Nullable Container attached;

  PodmanCommand(Podman podman, ContainerCommand command) {
    this.podman = podman;
    this.command = command;
  }

  @Override
  public void start(RunningProcess self) {
    self.after(Typical.PODMAN_COMMAND.amount(), () -> act(self));
  }

  private void act(RunningProcess self) {
    Engine engine = podman.engine(self.machine());
    switch (command.verb()) {
      case "run", "create" -> create(self, engine);
      case "start" -> start(self, engine);
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
      case "network create" -> words.forEach(engine::addNetwork);
      case "volume create" -> words.forEach(engine::addVolume);
      case "network rm" -> words.forEach(engine::removeNetwork);
      case "volume rm" -> words.forEach(engine::removeVolume);
      case "inspect", "logs", "port", "top" -> {
        return words.stream().limit(1).allMatch(w -> engine.find(w).isPresent()) ? 0 : ERROR;
      }
      case "container exists" -> {
        return words.stream().allMatch(w -> engine.find(w).isPresent()) ? 0 : 1;
      }
      case "image exists", "image inspect" -> {
        return words.stream().allMatch(w -> engine.hasImage(reference(w))) ? 0 : 1;
      }
      case "build", "load", "tag", "import" ->
          command.all("tag").forEach(t -> engine.addImage(reference(t)));
      case "kube play", "pod create", "pod start" ->
          self.machine()
              .publish(new Fact.NotModelled(self.spec().owner(), "podman " + command.verb()));
      default -> {}
    }
    return 0;
  }

  private void create(RunningProcess self, Engine engine) {
    switch (ContainerSpec.read(command)) {
      case ContainerSpec.Reading.Refused refused -> {
        self.machine()
            .publish(
                new Fact.EngineRefused(
                    "podman", command.name().orElse(""), refused.reason(), self.spec().owner()));
        exit(self, ERROR);
      }
      case ContainerSpec.Reading.Of of -> {
        Optional<Container> old =
            of.spec().replace() ? command.name().flatMap(engine::find) : Optional.empty();
        if (old.isPresent()) {
          engine.remove(old.get(), true, done -> make(self, engine, of.spec()));
        } else {
          make(self, engine, of.spec());
        }
      }
    }
  }

  private void make(RunningProcess self, Engine engine, ContainerSpec spec) {
    var purpose = self.spec().purpose();
    boolean once =
        !command.detached()
            && (purpose.type().equals("oneshot") || !purpose.role().equals("ExecStart"));
    engine.create(
        spec,
        new Asker(self.spec().owner(), self.spec().controlGroup(), once),
        answer -> {
          switch (answer) {
            case Answer.Refused refused -> exit(self, refused.exitCode());
            case Answer.Done done when command.verb().equals("create") -> exit(self, 0);
            case Answer.Done done -> run(self, engine, done.container());
          }
        });
  }

  private void start(RunningProcess self, Engine engine) {
    List<Container> containers = targets(engine);
    boolean all = command.isOn("all");
    if (containers.isEmpty()) {
      exit(self, all ? 0 : ERROR);
      return;
    }
    for (Container container : containers) {
      run(self, engine, container);
    }
  }

  private void run(RunningProcess self, Engine engine, Container container) {
    if (!self.alive()) {
      return;
    }
    boolean stays = command.verb().equals("run") ? !command.detached() : command.attached();
    engine.start(
        container,
        self.spec().owner(),
        answer -> {
          if (answer instanceof Answer.Refused refused) {
            if (container.spec().autoRemove()) {
              engine.remove(container, true, done -> {});
            }
            exit(self, refused.exitCode());
          } else if (self.alive()) {
            watched(self, engine, container, stays);
          }
        });
  }

  /** conmon takes over: it holds the container, tells systemd, and passes on the exit code. */
  private void watched(RunningProcess self, Engine engine, Container container, boolean stays) {
    RunningProcess conmon = self.fork(new Conmon(engine, container));
    container.onExit(code -> conmon.after(Typical.COMMAND.amount(), () -> conmon.exit(code)));
    command.last("cidfile").ifPresent(path -> write(self, path, container.id()));
    command.last("conmon-pidfile").ifPresent(path -> write(self, path, conmon.pid() + "\n"));
    tell(self, container, conmon);
    if (stays) {
      attached = container;
      container.onExit(code -> self.after(Typical.COMMAND.amount() * 2, () -> exit(self, code)));
    } else if (!command.last("sdnotify").orElse("").equals("healthy")) {
      self.after(Typical.COMMAND.amount(), () -> exit(self, 0));
    }
  }

  /** podman-run(1), --sdnotify: conmon is the usual; container leaves READY to what runs in it. */
  private void tell(RunningProcess self, Container container, RunningProcess conmon) {
    if (!self.spec().environment().containsKey("NOTIFY_SOCKET")
        && !self.spec().purpose().type().startsWith("notify")) {
      return;
    }
    Map<String, String> main = Map.of("MAINPID", String.valueOf(conmon.pid()));
    Map<String, String> ready =
        new java.util.TreeMap<>(Map.of("MAINPID", String.valueOf(conmon.pid()), "READY", "1"));
    switch (command.last("sdnotify").orElse("container")) {
      case "ignore" -> {}
      case "healthy" -> {
        self.notify(main);
        self.machine()
            .listen(
                fact -> {
                  if (fact instanceof Fact.ContainerChanged c
                      && c.container().equals(container.name())
                      && c.state().equals("healthy")
                      && conmon.alive()) {
                    conmon.notify(ready);
                    exit(self, 0);
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
    engine.pull(reference(image), self.spec().owner(), done -> exit(self, done ? 0 : ERROR));
  }

  private static String reference(String image) {
    var read = ImageReference.read(image);
    return read.fault().isEmpty() ? read.get().toString() : image;
  }

  private static void write(RunningProcess self, String path, String text) {
    self.machine().files().write(path, new FileNode.Regular(SourceText.of(path, text)));
  }

  private static void exit(RunningProcess self, int code) {
    if (self.alive()) {
      self.exit(code);
    }
  }

  @Override
  public void signalled(RunningProcess self, int signal) {
    if (attached != null && attached.running()) {
      podman.engine(self.machine()).kill(attached, signal, signal == Signals.TERM);
    } else {
      self.die(signal);
    }
  }

  /** What holds a container: it forwards signals and ends with the container's exit code. */
  private record Conmon(Engine engine, Container container) implements Behaviour {
    @Override
    public void start(RunningProcess self) {
      if (!container.running()) {
        self.exit(container.exitCode());
      }
    }

    @Override
    public void signalled(RunningProcess self, int signal) {
      if (!engine.kill(container, signal, signal == Signals.TERM)) {
        self.exit(0);
      }
    }
  }
}
