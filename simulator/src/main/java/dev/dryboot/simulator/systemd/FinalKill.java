package dev.dryboot.simulator.systemd;

import dev.dryboot.simulator.kernel.Stage;
import dev.dryboot.simulator.kernel.Ticket;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.Processes;
import dev.dryboot.simulator.systemd.unit.Settings;
import java.util.List;

/**
 * The end of all processes after the last unit was stopped: SIGTERM to what still runs, SIGKILL to
 * what runs later than DefaultTimeoutStopSec= (systemd 257, shutdown.c, killall.c).
 */
final class FinalKill {
  private static final String SHUTDOWN = "systemd-shutdown";
  private static final int SIGTERM = 15;

  /** Every control group is below this one. */
  private static final String ALL = "";

  private final Machine machine;
  private final long timeout;

  /**
   * @param timeout microseconds, as the manager hands them over
   */
  FinalKill(Machine machine, long timeout) {
    this.machine = machine;
    this.timeout = timeout;
  }

  /** Calls {@code done} once no process is left. */
  void carryOut(Runnable done) {
    Processes processes = machine.processes();
    List<Integer> left = processes.in(ALL);
    if (left.isEmpty()) {
      done.run();
      return;
    }
    log("Sending SIGTERM to remaining processes", left);
    Ticket[] kill = new Ticket[1];
    processes.whenEmptied(
        ALL,
        () -> {
          if (kill[0] != null) {
            kill[0].cancel();
          }
          done.run();
        });
    left.forEach(pid -> processes.signal(pid, SIGTERM));
    if (timeout == Settings.INFINITY) {
      return;
    }
    kill[0] = machine.kernel().after(timeout, Stage.WORLD, this::kill);
  }

  private void kill() {
    List<Integer> left = machine.processes().in(ALL);
    log("Sending SIGKILL to remaining processes", left);
    left.forEach(pid -> machine.processes().signal(pid, Processes.SIGKILL));
  }

  private void log(String what, List<Integer> pids) {
    List<String> owners =
        pids.stream()
            .flatMap(pid -> machine.processes().get(pid).stream())
            .map(p -> p.spec().owner())
            .distinct()
            .sorted()
            .toList();
    machine.publish(new Fact.Logged(SHUTDOWN, what + ": " + String.join(", ", owners)));
  }
}
