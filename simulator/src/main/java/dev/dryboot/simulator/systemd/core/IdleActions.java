package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.kernel.Kernel;
import dev.dryboot.simulator.kernel.Stage;
import dev.dryboot.simulator.kernel.Ticket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is to be done once the manager has no jobs left, or has been busy for too long. */
final class IdleActions {
  private final Kernel kernel;

  /** Each action, with the moment at which it is done whatever is going on. */
  private final Map<Runnable, Ticket> latest = new LinkedHashMap<>();

  private boolean stopped;

  IdleActions(Kernel kernel) {
    this.kernel = kernel;
  }

  /** Adds an action that is done {@code timeout} microseconds from now at the latest. */
  void add(long timeout, Runnable action) {
    latest.put(action, kernel.after(timeout, Stage.WORLD, () -> run(action)));
  }

  /** The manager has become idle. */
  void run() {
    List.copyOf(latest.keySet()).forEach(this::run);
  }

  private void run(Runnable action) {
    Ticket ticket = latest.remove(action);
    if (ticket != null) {
      ticket.cancel();
      if (!stopped) {
        action.run();
      }
    }
  }

  /** Nothing is done any more. */
  void stop() {
    stopped = true;
  }
}
