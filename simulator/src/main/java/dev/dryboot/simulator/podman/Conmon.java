package dev.dryboot.simulator.podman;

import dev.dryboot.simulator.container.Container;
import dev.dryboot.simulator.container.Engine;
import dev.dryboot.simulator.machine.ProcessModel.Behaviour;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.process.Signals;

/** What holds a container: it forwards signals and ends with the container's exit code. */
record Conmon(Engine engine, Container container) implements Behaviour {
  @Override
  public void start(RunningProcess self) {
    if (!container.running()) {
      self.exit(container.exitCode());
    }
  }

  @Override
  public void signalled(RunningProcess self, int signal) {
    if (!engine.kill(container, signal, signal == Signals.TERM)) {
      self.exit(0);
    }
  }
}
