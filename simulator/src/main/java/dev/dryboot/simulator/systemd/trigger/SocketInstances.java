package dev.dryboot.simulator.systemd.trigger;

import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.transaction.JobMode;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.unit.Dependency;
import dev.dryboot.simulator.systemd.unit.DependencyOrigin;
import dev.dryboot.simulator.systemd.unit.Unit;
import dev.dryboot.simulator.systemd.unit.UnitType;
import java.util.Optional;

/** Accept=yes: one instance of a template for each connection (socket.c: socket_enter_running). */
final class SocketInstances {
  private final RunningUnit socket;
  private final long maxConnections;
  private int accepted;

  SocketInstances(RunningUnit socket, long maxConnections) {
    this.socket = socket;
    this.maxConnections = maxConnections;
  }

  /**
   * Starts the instance for a connection; one beyond MaxConnections= is dropped.
   *
   * @return whether the socket can go on
   */
  boolean accept() {
    if (accepted >= maxConnections) {
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
    return processOne.addJob(JobType.START, unit, JobMode.REPLACE).refusal().isEmpty();
  }
}
