package dev.dryboot.foreign.container;

import java.util.Optional;

/** A container engine, by the program that talks to it. */
public enum Engine {
  DOCKER,
  PODMAN;

  /** The engine that {@code program} (a path or a name) talks to. */
  public static Optional<Engine> of(String program) {
    return switch (program.substring(program.lastIndexOf('/') + 1)) {
      case "docker", "docker-compose", "nerdctl" -> Optional.of(DOCKER);
      case "podman", "podman-compose", "podman-remote" -> Optional.of(PODMAN);
      default -> Optional.empty();
    };
  }
}
