package dev.dryboot.simulator.machine;

/** What a machine runs as process 1. */
public enum InitKind {
  SYSTEMD,
  /** RancherOS: {@code ros} becomes a Docker daemon, and services are containers. */
  SYSTEM_DOCKER
}
