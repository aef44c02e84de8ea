package dev.dryboot.simulator.process;

import dev.dryboot.simulator.kernel.Stage;
import dev.dryboot.simulator.kernel.Ticket;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessModel.Behaviour;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.machine.ServiceManager;
import java.util.List;

/**
 * {@code shutdown}: at once, or in some minutes, which is one where nothing is said (shutdown(8)).
 */
record Shutdown(List<String> argv) implements Behaviour {
  private static final long MINUTE = 60_000_000;

  /** What is to be done later; {@code shutdown -c} takes it back. */
  private record Pending(Ticket ticket) {}

  @Override
  public void start(RunningProcess self) {
    self.after(
        Typical.SYSTEMCTL.amount(),
        () -> {
          shutDown(self);
          self.exit(0);
        });
  }

  private void shutDown(RunningProcess self) {
    Machine machine = self.machine();
    if (argv.contains("-c")) {
      machine.port(Pending.class).ifPresent(p -> p.ticket().cancel());
      return;
    }
    if (argv.contains("-k")) {
      return;
    }
    String time = argv.stream().skip(1).filter(w -> !w.startsWith("-")).findFirst().orElse("+1");
    String minutes = time.equals("now") ? "0" : time.replaceFirst("^\\+", "");
    if (!minutes.matches("[0-9]{1,6}")) {
      machine.publish(new Fact.NotModelled(self.spec().owner(), "shutdown at " + time));
      return;
    }
    String owner = self.spec().owner();
    Ticket ticket =
        machine
            .kernel()
            .after(
                Long.parseLong(minutes) * MINUTE,
                Stage.WORLD,
                () ->
                    machine
                        .port(ServiceManager.class)
                        .ifPresent(
                            m -> m.request(ServiceManager.Request.of(owner, verb()), code -> {})));
    machine.offer(Pending.class, new Pending(ticket));
  }

  private String verb() {
    if (argv.contains("-r") || argv.contains("--reboot")) {
      return "reboot";
    }
    return argv.contains("-H") || argv.contains("--halt") ? "halt" : "poweroff";
  }
}
