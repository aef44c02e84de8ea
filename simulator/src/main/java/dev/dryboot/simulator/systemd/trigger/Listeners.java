package dev.dryboot.simulator.systemd.trigger;

import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.unit.Unit;
import dev.dryboot.simulator.systemd.unit.UnitType;
import java.util.LinkedHashSet;
import java.util.Set;

/** The sockets that the manager listens at, as a port for those who connect. */
public final class Listeners {
  private final ProcessOne processOne;
  private final Set<SocketMachine> closed = new LinkedHashSet<>();

  public Listeners(ProcessOne processOne) {
    this.processOne = processOne;
  }

  /**
   * Connects to an address such as {@code /run/a.sock} or {@code 80}.
   *
   * @param taken whether the service takes the connection once it runs
   * @return whether the manager listens there
   */
  public boolean connect(String address, boolean taken) {
    for (Unit unit : processOne.units()) {
      if (unit.type() != UnitType.SOCKET || !unit.isLoaded()) {
        continue;
      }
      RunningUnit running = processOne.running(unit);
      if (running.machine() instanceof SocketMachine socket
          && socket.isOpen()
          && socket.listensAt(address)) {
        processOne.post(() -> socket.connect(taken));
        return true;
      }
    }
    return isHeldByService(address);
  }

  /**
   * A service that was started while its socket listened has the socket, too: who connects after
   * the socket unit was stopped waits in its queue.
   */
  private boolean isHeldByService(String address) {
    return closed.stream().anyMatch(s -> s.listensAt(address) && s.isHeldByService());
  }

  /** A socket is not listened at any more; its unit may be forgotten then. */
  void closed(SocketMachine socket) {
    closed.removeIf(other -> other == socket || !other.isHeldByService());
    closed.add(socket);
  }

  /** A file was written, made or taken away: paths look whether that concerns them. */
  public void fileChanged(String path) {
    for (Unit unit : processOne.units()) {
      if (unit.type() == UnitType.PATH
          && unit.isLoaded()
          && processOne.running(unit).machine() instanceof PathMachine machine) {
        processOne.post(() -> machine.fileChanged(path));
      }
    }
  }
}
