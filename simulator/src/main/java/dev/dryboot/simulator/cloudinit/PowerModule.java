package dev.dryboot.simulator.cloudinit;

import dev.dryboot.simulator.kernel.Stage;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.machine.ServiceManager;
import java.util.Optional;

/** Ends the machine when cloud-init is done (cc_power_state_change.py). */
final class PowerModule {
  private static final long MINUTE = 60_000_000;
  private static final long AFTER_ITS_END = 1_000_000;

  private final RunningProcess self;
  private final Optional<CloudConfig.PowerState> state;

  PowerModule(RunningProcess self, Optional<CloudConfig.PowerState> state) {
    this.self = self;
    this.state = state;
  }

  void run(Runnable then) {
    if (state.isEmpty() || !state.get().wanted()) {
      then.run();
      return;
    }
    Optional<CloudConfig.Command> condition = state.get().condition();
    if (condition.isEmpty()) {
      later();
      then.run();
      return;
    }
    self.call(
        condition.get().argv(),
        end -> {
          if (ModuleCalls.succeeded(end)) {
            later();
          }
          then.run();
        });
  }

  private void later() {
    Machine machine = self.machine();
    CloudConfig.PowerState wanted = state.orElseThrow();
    machine
        .kernel()
        .after(
            wanted.delayMinutes() * MINUTE + AFTER_ITS_END,
            Stage.WORLD,
            () ->
                machine
                    .port(ServiceManager.class)
                    .ifPresent(
                        m ->
                            m.request(
                                ServiceManager.Request.of("cloud-init", wanted.mode()),
                                code -> {})));
  }
}
