package dev.dryboot.simulator.machine;

/** How a process ended. */
public sealed interface ProcessEnd {
  /** By itself, with an exit code from 0 to 255. */
  record Exited(int code) implements ProcessEnd {}

  /** Of a signal, by its number. */
  record Killed(int signal) implements ProcessEnd {}

  /** As a shell and an engine tell it: 128 and the number for a signal. */
  default int code() {
    return switch (this) {
      case Exited exited -> exited.code();
      case Killed killed -> 128 + killed.signal();
    };
  }
}
