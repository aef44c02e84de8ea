package dev.dryboot.simulator.systemd;

import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.trigger.Listeners;
import java.util.List;

/**
 * The message bus, which a few calls of systemctl go over even where root makes them: those that
 * keep a unit loaded meanwhile ({@code freeze}, {@code clean}, {@code start --wait}).
 */
final class SystemBus {
  private static final String ADDRESS = "/run/dbus/system_bus_socket";

  private SystemBus() {}

  /** Connects to it, which starts its daemon; says whether anybody listens. */
  static boolean connect(ProcessOne processOne) {
    boolean runs =
        List.of("dbus.service", "dbus-broker.service").stream()
            .anyMatch(
                name ->
                    processOne
                        .graph()
                        .find(name)
                        .filter(u -> processOne.active(u).isActiveOrReloading())
                        .isPresent());
    return runs
        || processOne
            .machine()
            .port(Listeners.class)
            .filter(l -> l.connect(ADDRESS, true))
            .isPresent();
  }
}
