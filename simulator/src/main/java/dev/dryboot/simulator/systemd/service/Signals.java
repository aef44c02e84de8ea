package dev.dryboot.simulator.systemd.service;

import java.util.List;
import java.util.OptionalInt;

/** Signals by name and number, as on Linux. */
public final class Signals {
  public static final int HUP = 1;
  public static final int INT = 2;
  public static final int ABRT = 6;
  public static final int KILL = 9;
  public static final int PIPE = 13;
  public static final int TERM = 15;

  private static final List<String> NAMES =
      List.of(
          "", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV",
          "USR2", "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU",
          "URG", "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "IO", "PWR", "SYS");

  private Signals() {}

  /** The number of {@code SIGTERM}, {@code TERM} or {@code 15}. */
  public static OptionalInt number(String text) {
    String name = text.startsWith("SIG") ? text.substring(3) : text;
    int index = NAMES.indexOf(name);
    if (index > 0) {
      return OptionalInt.of(index);
    }
    if (name.startsWith("RTMIN+") && name.length() <= 8 && isNumber(name.substring(6))) {
      return OptionalInt.of(34 + Integer.parseInt(name.substring(6)));
    }
    if (name.length() <= 2 && isNumber(name) && Integer.parseInt(name) > 0) {
      return OptionalInt.of(Integer.parseInt(name));
    }
    return OptionalInt.empty();
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether a process that dies of it leaves a core dump. */
  public static boolean dumpsCore(int signal) {
    return switch (signal) {
      case 3, 4, 5, 6, 7, 8, 11, 24, 25, 31 -> true;
      default -> false;
    };
  }
}
