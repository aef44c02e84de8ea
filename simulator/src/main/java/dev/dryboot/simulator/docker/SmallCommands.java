package dev.dryboot.simulator.docker;

import dev.dryboot.foreign.container.ContainerCommand;
import dev.dryboot.foreign.container.ImageReference;
import dev.dryboot.simulator.container.Engine;
import dev.dryboot.simulator.container.Inspection;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.RunningProcess;
import java.util.List;

/** The commands that are done as soon as they are asked for: networks, volumes, questions. */
record SmallCommands(Engine engine, ContainerCommand command) {
  int exitCode(RunningProcess self) {
    List<String> words = command.words();
    return switch (command.verb()) {
      case "network create" -> network(words);
      case "network rm" -> {
        words.forEach(engine.networks()::remove);
        yield 0;
      }
      case "network inspect" -> words.stream().allMatch(engine.networks()::has) ? 0 : 1;
      case "volume create" -> {
        words.forEach(engine.volumes()::add);
        yield 0;
      }
      case "volume rm" -> {
        words.forEach(engine.volumes()::remove);
        yield 0;
      }
      case "volume inspect" -> words.stream().allMatch(engine.volumes()::has) ? 0 : 1;
      case "top" -> words.stream().limit(1).allMatch(this::runs) ? 0 : 1;
      case "inspect" -> Inspection.exitCode(self, engine, words);
      case "port", "logs", "stats" ->
          words.stream().limit(1).allMatch(w -> engine.find(w).isPresent()) ? 0 : 1;
      case "image inspect" -> words.stream().allMatch(this::hasImage) ? 0 : 1;
      case "rmi" -> {
        words.forEach(w -> engine.images().remove(name(w)));
        yield 0;
      }
      case "build", "buildx build", "tag", "load", "import" -> made();
      case "exec" -> exec(self, words);
      case "compose up", "stack deploy", "swarm init", "kube play" -> {
        self.machine()
            .publish(new Fact.NotModelled(self.spec().owner(), "docker " + command.verb()));
        yield 0;
      }
      default -> 0;
    };
  }

  private int exec(RunningProcess self, List<String> words) {
    if (words.stream().limit(1).allMatch(this::runs)) {
      return 0;
    }
    String container = words.getFirst();
    String reason = "the container %s does not run".formatted(container);
    self.machine()
        .publish(new Fact.EngineRefused("docker", container, reason, self.spec().owner()));
    return 1;
  }

  private int network(List<String> words) {
    if (words.stream().anyMatch(engine.networks()::has)) {
      return 1;
    }
    words.forEach(engine.networks()::add);
    return 0;
  }

  /** What is built or loaded is there, under the names that the command tells. */
  private int made() {
    command.all("tag").forEach(t -> engine.images().add(name(t)));
    if (command.verb().equals("tag") && command.words().size() == 2) {
      engine.images().add(name(command.words().get(1)));
    }
    return 0;
  }

  private boolean runs(String container) {
    return engine.find(container).filter(c -> c.running()).isPresent();
  }

  private boolean hasImage(String image) {
    return engine.images().has(name(image));
  }

  private static String name(String image) {
    var reference = ImageReference.read(image);
    return reference.fault().isEmpty() ? reference.get().toString() : image;
  }
}
