package dev.dryboot.simulator.podman;

import dev.dryboot.foreign.container.ContainerCommand;
import dev.dryboot.simulator.container.Answer;
import dev.dryboot.simulator.container.Asker;
import dev.dryboot.simulator.container.Container;
import dev.dryboot.simulator.container.ContainerSpec;
import dev.dryboot.simulator.container.Engine;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.process.Typical;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** podman run, create and start: from the command line to a container that conmon holds. */
final class PodmanRun {
  private final ContainerCommand command;
  private final SdNotify notify;
  private @Nullable Container attached;

  PodmanRun(ContainerCommand command) {
    this.command = command;
    this.notify = SdNotify.of(command);
  }

  void create(RunningProcess self, Engine engine) {
    switch (ContainerSpec.read(command)) {
      case ContainerSpec.Reading.Refused refused -> {
        self.machine()
            .publish(
                new Fact.EngineRefused(
                    "podman", command.name().orElse(""), refused.reason(), self.spec().owner()));
        PodmanCommand.exit(self, PodmanCommand.ERROR);
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
            case Answer.Refused refused -> PodmanCommand.exit(self, refused.exitCode());
            case Answer.Done done when command.verb().equals("create") ->
                PodmanCommand.exit(self, 0);
            case Answer.Done done -> run(self, engine, done.container());
          }
        });
  }

  void start(RunningProcess self, Engine engine, List<Container> containers) {
    boolean all = command.isOn("all");
    if (containers.isEmpty()) {
      PodmanCommand.exit(self, all ? 0 : PodmanCommand.ERROR);
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
            PodmanCommand.exit(self, refused.exitCode());
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
    notify.tell(self, container, conmon);
    if (stays) {
      attached = container;
      container.onExit(
          code -> self.after(Typical.COMMAND.amount() * 2, () -> PodmanCommand.exit(self, code)));
    } else if (!notify.waitsForHealth()) {
      self.after(Typical.COMMAND.amount(), () -> PodmanCommand.exit(self, 0));
    }
  }

  /** The container that the command waits for, where it does. */
  Optional<Container> attached() {
    return Optional.ofNullable(attached);
  }

  private static void write(RunningProcess self, String path, String text) {
    self.machine().files().write(path, new FileNode.Regular(SourceText.of(path, text)));
  }
}
