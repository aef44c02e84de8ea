package dev.dryboot.simulator.systemd.service;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.value.Scalars;
import dev.dryboot.simulator.systemd.unit.ManagerDefaults;
import dev.dryboot.simulator.systemd.unit.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * OOMPolicy= of services and scopes: what follows when memory runs out for one of its processes.
 */
public enum OomPolicy {
  CONTINUE,
  STOP,
  KILL;

  /**
   * That of a unit. One that looks after its own control groups looks after this, too
   * (service_load, scope_load).
   */
  public static OomPolicy of(Settings settings, String section, ManagerDefaults defaults) {
    List<Directive> delegate = settings.all(section, "Delegate");
    boolean delegates =
        !delegate.isEmpty() && Scalars.readBoolean(delegate.getLast().value()).value().orElse(true);
    OomPolicy otherwise = delegates ? CONTINUE : named(defaults.oomPolicy()).orElse(STOP);
    return settings.all(section, "OOMPolicy").reversed().stream()
        .flatMap(d -> named(d.value()).stream())
        .findFirst()
        .orElse(otherwise);
  }

  private static Optional<OomPolicy> named(String word) {
    return Stream.of(values())
        .filter(p -> p.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }
}
