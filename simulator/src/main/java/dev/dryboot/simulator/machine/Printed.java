package dev.dryboot.simulator.machine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What commands print, by who runs them: of the few whose output a shell looks at. */
public final class Printed {
  private final Map<String, String> lines = new LinkedHashMap<>();

  private Printed() {}

  /** That of a machine. */
  public static Printed on(Machine machine) {
    return machine
        .port(Printed.class)
        .orElseGet(
            () -> {
              Printed printed = new Printed();
              machine.offer(Printed.class, printed);
              return printed;
            });
  }

  /** A command of {@code owner} prints a line, or several. */
  public void line(String owner, String text) {
    lines.put(owner, text);
  }

  /** What the last command of {@code owner} has printed, once. */
  public Optional<String> take(String owner) {
    return Optional.ofNullable(lines.remove(owner));
  }
}
