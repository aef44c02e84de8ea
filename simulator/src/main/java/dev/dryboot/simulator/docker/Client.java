package dev.dryboot.simulator.docker;

import dev.dryboot.foreign.container.ContainerCommand;
import dev.dryboot.foreign.container.ImageReference;
import dev.dryboot.simulator.container.Answer;
import dev.dryboot.simulator.container.Asker;
import dev.dryboot.simulator.container.Container;
import dev.dryboot.simulator.container.ContainerSpec;
import dev.dryboot.simulator.container.Engine;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.ProcessModel.Behaviour;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.process.Signals;
import dev.dryboot.simulator.process.Typical;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call of the docker client. */
final class Client implements Behaviour {
  /** What the client answers where the daemon or the client itself fails. */
  private static final int ERROR = 125;

  private final Docker docker;
  private final ContainerCommand command;
  private @Nullable Container attached;
  private @Nullable Engine engine;

  Client(Docker docker, ContainerCommand command) {
    this.docker = docker;
    this.command = command;
  }

  @Override
  public void start(RunningProcess self) {
    if (command.verb().isEmpty() || command.verb().equals("version") && command.isOn("client")) {
      self.after(Typical.COMMAND.amount(), () -> self.exit(0));
      return;
    }
    self.after(
        Typical.DOCKER_CLIENT.amount(),
        () -> docker.connect(self.machine(), e -> served(self, e), () -> unreachable(self)));
  }

  private void unreachable(RunningProcess self) {
    self.machine()
        .publish(
            new Fact.EngineRefused(
                "docker", subject(), Docker.unreachable(self.machine()), self.spec().owner()));
    exit(self, command.verb().equals("run") ? ERROR : 1);
  }

  private void served(RunningProcess self, Engine now) {
    if (!self.alive()) {
      return;
    }
    engine = now;
    docker.onLoss(() -> lost(self));
    switch (command.verb()) {
      case "run", "create" -> create(self, now);
      case "start" -> startAll(self, now);
      case "stop", "restart" -> eachOf(self, now, 0, 0);
      case "kill" -> kill(self, now);
      case "rm" -> remove(self, now, 0, 0);
      case "wait", "attach" -> attend(self, now);
      case "pull", "image pull" -> pull(self, now);
      default -> exit(self, new SmallCommands(now, command).exitCode(self));
    }
  }

  /**
   * The daemon is gone: a client sees the end of its stream. A dying process closes its sockets
   * before its parent hears of its end, so that clients are gone before systemd reacts.
   */
  private void lost(RunningProcess self) {
    exit(self, command.verb().equals("run") ? ERROR : 1);
  }

  private void create(RunningProcess self, Engine now) {
    int failure = command.verb().equals("run") ? ERROR : 1;
    switch (ContainerSpec.read(command)) {
      case ContainerSpec.Reading.Refused refused -> {
        self.machine()
            .publish(
                new Fact.EngineRefused("docker", subject(), refused.reason(), self.spec().owner()));
        exit(self, ERROR);
      }
      case ContainerSpec.Reading.Of of ->
          now.create(
              of.spec(),
              new Asker(self.spec().owner(), self.spec().controlGroup(), isShort(self)),
              answer -> {
                switch (answer) {
                  case Answer.Refused refused -> exit(self, failure);
                  case Answer.Done done when command.verb().equals("create") -> exit(self, 0);
                  case Answer.Done done -> run(self, now, done.container());
                }
              });
    }
  }

  private boolean isShort(RunningProcess self) {
    var purpose = self.spec().purpose();
    boolean waitedFor = purpose.type().equals("oneshot") || !purpose.role().equals("ExecStart");
    return waitedFor && !command.detached() && command.verb().equals("run");
  }

  private void run(RunningProcess self, Engine now, Container container) {
    if (!self.alive()) {
      return;
    }
    boolean stays = !command.detached();
    if (stays) {
      attach(self, container);
    }
    now.start(
        container,
        self.spec().owner(),
        answer -> {
          if (answer instanceof Answer.Refused refused) {
            attached = null;
            if (container.spec().autoRemove()) {
              now.remove(container, true, done -> {});
            }
            exit(self, refused.exitCode());
          } else if (!stays) {
            exit(self, 0);
          }
        });
  }

  private void attach(RunningProcess self, Container container) {
    attached = container;
    container.onExit(code -> exited(self, container, code));
  }

  /** With --rm it waits until the container is removed, which a restart does not do. */
  private void exited(RunningProcess self, Container container, int code) {
    boolean waits = command.verb().equals("run") && container.spec().autoRemove();
    if (waits && engine != null && engine.find(container.id()).isPresent()) {
      attach(self, container);
    } else {
      self.after(Typical.DOCKER_EXIT.amount(), () -> exit(self, code));
    }
  }

  private void startAll(RunningProcess self, Engine now) {
    boolean stays = command.attached();
    int[] left = {command.words().size()};
    int[] code = {left[0] == 0 ? 1 : 0};
    if (left[0] == 0) {
      exit(self, 1);
    }
    for (String word : command.words()) {
      Optional<Container> container = now.find(word);
      if (container.isEmpty()) {
        code[0] = 1;
        missing(self, word);
        finish(self, left, code, stays);
        continue;
      }
      if (stays) {
        attach(self, container.get());
      }
      now.start(
          container.get(),
          self.spec().owner(),
          answer -> {
            code[0] |= answer instanceof Answer.Refused ? 1 : 0;
            finish(self, left, code, stays && code[0] == 0);
          });
    }
  }

  private void finish(RunningProcess self, int[] left, int[] code, boolean stays) {
    if (--left[0] == 0 && (!stays || code[0] != 0)) {
      exit(self, code[0]);
    }
  }

  /** {@code stop} and {@code restart}, one container after the other. */
  private void eachOf(RunningProcess self, Engine now, int from, int code) {
    if (!self.alive()) {
      return;
    }
    List<String> words = command.words();
    if (from == words.size()) {
      exit(self, words.isEmpty() ? 1 : code);
      return;
    }
    Optional<Container> container = now.find(words.get(from));
    if (container.isEmpty()) {
      missing(self, words.get(from));
      eachOf(self, now, from + 1, 1);
      return;
    }
    if (command.verb().equals("restart")) {
      now.restart(
          container.get(),
          stopTime(),
          self.spec().owner(),
          answer -> eachOf(self, now, from + 1, code));
    } else {
      now.stop(container.get(), stopTime(), true, () -> eachOf(self, now, from + 1, code));
    }
  }

  private long stopTime() {
    return command
        .stopTime()
        .filter(t -> t.matches("-?[0-9]{1,6}"))
        .map(t -> Long.parseLong(t) < 0 ? Long.MAX_VALUE / 4 : Long.parseLong(t) * 1_000_000)
        .orElse(-1L);
  }

  private void kill(RunningProcess self, Engine now) {
    int signal = command.signal().map(s -> Signals.number(s).orElse(9)).orElse(9);
    boolean all = true;
    for (String word : command.words()) {
      Optional<Container> container = now.find(word);
      all &= container.isPresent() && now.kill(container.get(), signal, true);
    }
    exit(self, all ? 0 : 1);
  }

  /** With {@code --force}, a container that is not there is no error (docker 20.10). */
  private void remove(RunningProcess self, Engine now, int from, int code) {
    List<String> words = command.words();
    if (from == words.size()) {
      exit(self, code);
      return;
    }
    boolean force = command.isOn("force");
    Optional<Container> container = now.find(words.get(from));
    if (container.isEmpty()) {
      missing(self, words.get(from));
      remove(self, now, from + 1, force ? code : 1);
    } else {
      now.remove(container.get(), force, done -> remove(self, now, from + 1, done ? code : 1));
    }
  }

  private void attend(RunningProcess self, Engine now) {
    Optional<Container> container = command.words().stream().findFirst().flatMap(now::find);
    if (container.isEmpty()) {
      missing(self, subject());
      exit(self, 1);
    } else if (!container.get().running()) {
      boolean waits = command.verb().equals("wait");
      exit(self, waits ? 0 : 1);
    } else if (command.verb().equals("attach")) {
      attach(self, container.get());
    } else {
      container.get().onExit(code -> exit(self, 0));
    }
  }

  private void pull(RunningProcess self, Engine now) {
    var reference = command.words().stream().findFirst().map(ImageReference::read);
    if (reference.isEmpty() || reference.get().fault().isPresent()) {
      exit(self, 1);
      return;
    }
    now.images()
        .pull(
            reference.get().get().toString(),
            self.spec().owner(),
            done -> exit(self, done ? 0 : 1));
  }

  private String subject() {
    return command.name().or(() -> command.words().stream().findFirst()).orElse("");
  }

  private static void missing(RunningProcess self, String name) {
    self.machine()
        .publish(new Fact.Logged(self.spec().owner(), "Error: No such container: " + name));
  }

  private static void exit(RunningProcess self, int code) {
    if (self.alive()) {
      self.exit(code);
    }
  }

  /**
   * An attached client forwards signals to the container and stays; before that, and without {@code
   * --sig-proxy}, it dies of them.
   */
  @Override
  public void signalled(RunningProcess self, int signal) {
    boolean proxy =
        command.last("sig-proxy").map(v -> !v.equals("false")).orElse(true) && !command.isOn("tty");
    if (attached != null && engine != null && attached.running() && proxy) {
      engine.kill(attached, signal, signal == attached.spec().stopSignal());
    } else {
      self.die(signal);
    }
  }
}
