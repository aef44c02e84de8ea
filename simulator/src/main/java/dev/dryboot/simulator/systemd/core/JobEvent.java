package dev.dryboot.simulator.systemd.core;

/** What happens to jobs. */
public enum JobEvent {
  INSTALLED,
  FINISHED
}
