package dev.dryboot.simulator.systemd.generator;

import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The kernel's command line as generators read it (systemd 257, proc-cmdline.c): {@code rd.}… is
 * for the initial RAM disk alone, dashes and underscores are the same.
 */
final class CommandLineOptions {
  private final List<String> arguments;
  private final boolean inInitrd;

  private CommandLineOptions(List<String> arguments, boolean inInitrd) {
    this.arguments = List.copyOf(arguments);
    this.inInitrd = inInitrd;
  }

  static CommandLineOptions of(Machine machine) {
    return new CommandLineOptions(
        machine.commandLine().arguments(), GeneratedUnits.inInitrd(machine));
  }

  static Origin origin(String option) {
    return Origin.builtIn("the kernel's command line says " + option);
  }

  /** All values of {@code name}; the word alone has an empty one. */
  List<String> values(String name) {
    return values(name, false);
  }

  /** The same, where words without {@code rd.} count outside of the initial RAM disk only. */
  List<String> valuesOfStage(String name) {
    return values(name, true);
  }

  private List<String> values(String name, boolean ofStageOnly) {
    List<String> values = new ArrayList<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String key = argument.substring(0, equals < 0 ? argument.length() : equals);
      boolean early = key.startsWith("rd.");
      if (early && !inInitrd || !early && ofStageOnly && inInitrd) {
        continue;
      }
      String plain = (early ? key.substring(3) : key).replace('_', '-');
      if (plain.equals(name.replace('_', '-'))) {
        values.add(equals < 0 ? "" : argument.substring(equals + 1));
      }
    }
    return values;
  }

  Optional<String> last(String name) {
    return values(name).stream().filter(v -> !v.isEmpty()).reduce((a, b) -> b);
  }

  boolean has(String word) {
    return arguments.contains(word);
  }

  /** Whether {@code name} is switched off; the word alone switches on. */
  boolean off(String name) {
    List<String> values = values(name);
    return !values.isEmpty() && isNo(values.getLast());
  }

  static boolean isNo(String word) {
    return List.of("0", "no", "off", "false", "n", "f").contains(word);
  }

  /** Whether a value is one of the words for yes; empty counts as yes. */
  static boolean isYes(String word) {
    return List.of("", "1", "yes", "on", "true", "y", "t").contains(word);
  }

  /** What is booted into, as far as the command line says it. */
  String target() {
    Optional<String> unit = valuesOfStage("systemd.unit").stream().reduce((a, b) -> b);
    if (unit.isPresent()) {
      return unit.get();
    }
    String target = inInitrd ? "initrd.target" : "default.target";
    for (String word : inInitrd ? List.<String>of() : arguments) {
      target =
          switch (word) {
            case "emergency", "-b" -> "emergency.target";
            case "rescue", "single", "s", "S", "1" -> "rescue.target";
            case "2", "3", "4" -> "multi-user.target";
            case "5" -> "graphical.target";
            default -> target;
          };
    }
    return target;
  }
}
