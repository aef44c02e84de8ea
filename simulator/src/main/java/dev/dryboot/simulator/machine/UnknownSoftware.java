package dev.dryboot.simulator.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was installed without the simulation knowing what is in it. Units, programs and users that
 * are not there may have come with it, so nothing can be said against them.
 */
public final class UnknownSoftware {
  private final List<String> installed = new ArrayList<>();

  private UnknownSoftware() {}

  /** Says that {@code what} was installed on {@code machine}. */
  public static void installed(Machine machine, String what) {
    Optional<UnknownSoftware> known = machine.port(UnknownSoftware.class);
    UnknownSoftware software = known.orElseGet(UnknownSoftware::new);
    software.installed.add(what);
    machine.offer(UnknownSoftware.class, software);
  }

  /** What a unit may have come with; empty where nothing unknown was installed. */
  public static Optional<String> of(Machine machine) {
    return machine.port(UnknownSoftware.class).map(s -> String.join(", ", s.installed));
  }
}
