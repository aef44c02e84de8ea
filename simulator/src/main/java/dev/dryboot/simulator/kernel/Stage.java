package dev.dryboot.simulator.kernel;

/**
 * Who goes first at one moment: the world (a process exits, a device appears), then the programs
 * that hear of it, then what they do once nothing else is left to do at that moment (systemd's run
 * queue).
 */
public enum Stage {
  WORLD,
  EVENT,
  DEFERRED,
  IDLE
}
