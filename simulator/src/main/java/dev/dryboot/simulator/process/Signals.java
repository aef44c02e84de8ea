package dev.dryboot.simulator.process;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The signals' names and numbers, as on x86 and ARM. */
public final class Signals {
  public static final int TERM = 15;
  public static final int KILL = 9;

  private static final Map<String, Integer> NUMBERS = new TreeMap<>();

  static {
    String names =
        "HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT"
            + " STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS";
    int number = 1;
    for (String name : names.split(" ")) {
      NUMBERS.put(name, number++);
    }
  }

  private Signals() {}

  /** The number of {@code TERM}, {@code SIGTERM} or {@code 15}. */
  public static OptionalInt number(String name) {
    if (name.matches("[0-9]{1,2}")) {
      return OptionalInt.of(Integer.parseInt(name));
    }
    String upper = name.toUpperCase(Locale.ROOT);
    Integer number = NUMBERS.get(upper.startsWith("SIG") ? upper.substring(3) : upper);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
