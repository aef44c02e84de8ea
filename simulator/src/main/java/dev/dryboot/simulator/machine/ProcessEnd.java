package dev.dryboot.simulator.machine;

/** How a process ended. */
public sealed interface ProcessEnd {
  /** By itself, with an exit code from 0 to 255. */
  record Exited(int code) implements ProcessEnd {}

  /** Of a signal, by its number. */
  record Killed(int signal) implements ProcessEnd {}
}
