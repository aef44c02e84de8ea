package dev.dryboot.simulator.systemd.service;

import dev.dryboot.foreign.value.Signal;
import java.util.Optional;
import java.util.OptionalInt;

/** Signals by name and number, as on Linux. */
public final class Signals {
  public static final int HUP = 1;
  public static final int INT = 2;
  public static final int ABRT = 6;
  public static final int KILL = 9;
  public static final int PIPE = 13;
  public static final int TERM = 15;

  private Signals() {}

  /** The number of {@code SIGTERM}, {@code TERM} or {@code 15}. */
  public static OptionalInt number(String text) {
    Optional<Signal> signal = Signal.read(text).value();
    return signal.isPresent() ? OptionalInt.of(signal.get().number()) : OptionalInt.empty();
  }

  /** Whether a process that dies of it leaves a core dump. */
  public static boolean dumpsCore(int signal) {
    return switch (signal) {
      case 3, 4, 5, 6, 7, 8, 11, 24, 25, 31 -> true;
      default -> false;
    };
  }
}
