package dev.dryboot.simulator.systemd;

import dev.dryboot.simulator.kernel.Stage;
import dev.dryboot.simulator.kernel.Ticket;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.Processes;
import java.util.List;

/**
 * The end of all processes after the last unit was stopped: SIGTERM to what still runs, SIGKILL to
 * what runs {@value #TIMEOUT} microseconds later (systemd 257, shutdown.c, killall.c).
 */
final class FinalKill {
  /** DefaultTimeoutStopSec=, as the manager hands it over. */
  static final long TIMEOUT = 90_000_000;

  private static final String SHUTDOWN = "systemd-shutdown";
  private static final int SIGTERM = 15;

  /** Every control group is below this one. */
  private static final String ALL = "";

  private final Machine machine;

  FinalKill(Machine machine) {
    this.machine = machine;
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
    Ticket[] timeout = new Ticket[1];
    processes.whenEmptied(
        ALL,
        () -> {
          if (timeout[0] != null) {
            timeout[0].cancel();
          }
          done.run();
        });
    left.forEach(pid -> processes.signal(pid, SIGTERM));
    timeout[0] = machine.kernel().after(TIMEOUT, Stage.WORLD, this::kill);
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
