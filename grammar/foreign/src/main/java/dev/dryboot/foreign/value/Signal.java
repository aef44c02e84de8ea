package dev.dryboot.foreign.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A signal of Linux on amd64 and arm64.
 *
 * @param number from 1 to 64
 */
public record Signal(int number) {
  private static final List<String> NAMES =
      List.of(
          "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2",
          "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG",
          "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "IO", "PWR", "SYS");
  private static final int RTMIN = 34;
  private static final int RTMAX = 64;
  private static final Map<String, Integer> NUMBERS = numbers();

  public static final Signal HUP = new Signal(1);
  public static final Signal INT = new Signal(2);
  public static final Signal QUIT = new Signal(3);
  public static final Signal ABRT = new Signal(6);
  public static final Signal KILL = new Signal(9);
  public static final Signal PIPE = new Signal(13);
  public static final Signal TERM = new Signal(15);

  public Signal {
    if (number < 1 || number > RTMAX) {
      throw new IllegalArgumentException("no signal " + number);
    }
  }

  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (int i = 0; i < NAMES.size(); i++) {
      numbers.put(NAMES.get(i), i + 1);
    }
    return numbers;
  }

  /** Reads a name, with or without {@code SIG}, or a number (signal_from_string()). */
  public static Reading<Signal> read(String text) {
    String name = text.startsWith("SIG") ? text.substring(3) : text;
    Integer known = NUMBERS.get(name);
    if (known != null) {
      return Reading.of(new Signal(known));
    }
    boolean named = text.startsWith("SIG") && !name.startsWith("RT");
    Optional<Integer> number = named ? Optional.empty() : number(name);
    return number.isPresent() && number.get() >= 1 && number.get() <= RTMAX
        ? Reading.of(new Signal(number.get()))
        : Reading.fault(0, text.length(), "there is no signal " + text);
  }

  private static Optional<Integer> number(String name) {
    if (name.matches("[0-9]{1,4}")) {
      return Optional.of(Integer.parseInt(name));
    }
    if (name.matches("RTMIN(\\+[0-9]{1,3})?")) {
      int plus = name.length() == 5 ? 0 : Integer.parseInt(name.substring(6));
      return Optional.of(plus <= RTMAX - RTMIN ? RTMIN + plus : 0);
    }
    if (name.matches("RTMAX(-[0-9]{1,3})?")) {
      int minus = name.length() == 5 ? 0 : Integer.parseInt(name.substring(6));
      return Optional.of(minus <= RTMAX - RTMIN ? RTMAX - minus : 0);
    }
    return Optional.empty();
  }

  /** All names, with {@code SIG}, in the order of their numbers. */
  public static List<String> names() {
    return NAMES.stream().map(n -> "SIG" + n).toList();
  }

  /** {@code SIGTERM}; real-time signals as {@code SIGRTMIN+3}. */
  @Override
  public String toString() {
    if (number <= NAMES.size()) {
      return "SIG" + NAMES.get(number - 1);
    }
    return number < RTMIN
        ? Integer.toString(number)
        : String.format(Locale.ROOT, "SIGRTMIN+%d", number - RTMIN);
  }
}
