package dev.dryboot.simulator.conflict;

import dev.dryboot.foreign.container.ContainerCommand;
import dev.dryboot.foreign.container.Engine;
import dev.dryboot.foreign.shell.Invocation;
import dev.dryboot.simulator.machine.UnitRecord;
import java.util.List;
import java.util.Optional;

/**
 * A call of a container engine's client in a unit's command, such as {@code docker run --rm --name
 * web nginx}, be it behind a shell or a wrapper.
 *
 * @param command the unit's command
 * @param call the client's call in it
 */
record EngineCall(UnitRecord.Command command, ContainerCommand call) {

  /** The calls that {@code command} makes. */
  static List<EngineCall> of(UnitRecord.Command command) {
    return Invocation.of(command.argv()).stream()
        .map(invocation -> ContainerCommand.read(invocation.argv()))
        .flatMap(Optional::stream)
        .map(call -> new EngineCall(command, call))
        .toList();
  }

  /** All calls in the commands of {@code unit}. */
  static List<EngineCall> all(UnitRecord unit) {
    return unit.commands().stream().flatMap(c -> of(c).stream()).toList();
  }

  boolean isRun() {
    return call.verb().equals("run");
  }

  boolean makesContainer() {
    return call.makesContainer();
  }

  boolean isPodman() {
    return call.engine() == Engine.PODMAN;
  }

  /** The engine's program, as users type it. */
  String engine() {
    return isPodman() ? "podman" : "docker";
  }

  /** Whether the client stays as long as the container runs. */
  boolean attached() {
    return switch (call.verb()) {
      case "run" -> !call.detached();
      case "start" -> call.attached();
      case "attach" -> true;
      default -> false;
    };
  }

  Optional<String> containerName() {
    return makesContainer() ? call.name() : call.containers().stream().findFirst();
  }

  /** The restart policy that the engine is told to follow; empty for none. */
  Optional<String> restartPolicy() {
    return call.restart().filter(p -> !p.equals("no") && !p.equals("none") && !p.isEmpty());
  }

  /** The image that is run, made into a container or pulled. */
  Optional<String> image() {
    return call.image();
  }

  /** Whether it stops containers, or removes them. */
  boolean stops() {
    return List.of("stop", "kill", "compose down", "compose stop", "compose kill")
            .contains(call.verb())
        || removes();
  }

  boolean removes() {
    return call.verb().equals("rm")
        || call.verb().equals("compose rm")
        || call.verb().equals("compose down");
  }
}
