package dev.dryboot.simulator.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The kernel's arguments, in order. */
public record KernelCommandLine(List<String> arguments) {
  public static final KernelCommandLine EMPTY = new KernelCommandLine(List.of());

  public KernelCommandLine {
    arguments = List.copyOf(arguments);
  }

  public boolean has(String word) {
    return arguments.contains(word);
  }

  /** The value of the last {@code name=value}. */
  public Optional<String> value(String name) {
    return arguments.stream()
        .filter(a -> a.startsWith(name + "="))
        .reduce((first, second) -> second)
        .map(a -> a.substring(name.length() + 1));
  }

  public KernelCommandLine with(String argument) {
    var more = new ArrayList<>(arguments);
    more.add(argument);
    return new KernelCommandLine(more);
  }
}
