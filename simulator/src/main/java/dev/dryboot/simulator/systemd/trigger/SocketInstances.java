package dev.dryboot.simulator.systemd.trigger;

import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.unit.Dependency;
import dev.dryboot.simulator.systemd.unit.DependencyOrigin;
import dev.dryboot.simulator.systemd.unit.Settings;
import dev.dryboot.simulator.systemd.unit.Unit;
import dev.dryboot.simulator.systemd.unit.UnitType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Accept=yes: one instance of a template for each connection (socket.c: socket_enter_running). */
final class SocketInstances {
  private final RunningUnit socket;
  private final long maxConnections;
  private final List<RunningUnit> connected = new ArrayList<>();
  private int accepted;

  SocketInstances(RunningUnit socket) {
    this.socket = socket;
    Settings settings = socket.unit().settings();
    this.maxConnections =
        Math.min(settings.number("Socket", "MaxConnections", 64), perSource(settings));
  }

  /** Whoever connects does so from the same machine: that is one source (socket-util.c). */
  private long perSource(Settings settings) {
    boolean unix =
        SocketAddresses.of(settings).stream().allMatch(a -> a.startsWith("/") || a.startsWith("@"));
    long most = settings.number("Socket", "MaxConnectionsPerSource", 0);
    boolean counted = !unix || socket.processOne().version().countsConnectionsOfUsers();
    return most > 0 && counted ? most : Long.MAX_VALUE;
  }

  /**
   * Starts the instance for a connection; one beyond MaxConnections= or MaxConnectionsPerSource= is
   * dropped.
   *
   * @return whether the socket can go on
   */
  boolean accept() {
    connected.removeIf(c -> c.job() == null && c.active().isInactiveOrFailed());
    if (connected.size() >= maxConnections) {
      return true;
    }
    String prefix = socket.unit().name().prefix();
    String name = prefix + "@" + accepted + "-0-0" + UnitType.SERVICE.suffix();
    accepted++;
    ProcessOne processOne = socket.processOne();
    Optional<RunningUnit> service = processOne.load(name);
    if (service.isEmpty() || !service.get().unit().isLoaded()) {
      return false;
    }
    Unit unit = service.get().unit();
    processOne.graph().add(unit, Dependency.AFTER, socket.unit(), DependencyOrigin.IMPLICIT);
    connected.add(service.get());
    return service.get().enqueue(JobType.START);
  }
}
