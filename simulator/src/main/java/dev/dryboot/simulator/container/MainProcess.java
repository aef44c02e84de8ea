package dev.dryboot.simulator.container;

import dev.dryboot.simulator.machine.ProcessModel.Behaviour;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.process.Behaviours;

/**
 * A container's first process. As process 1 of its namespace it does not die of signals that it has
 * no handler for (pid_namespaces(7)), unless a small init forwards them.
 */
record MainProcess(Behaviour inner, boolean withInit) implements Behaviour {
  @Override
  public void start(RunningProcess self) {
    inner.start(self);
  }

  @Override
  public void signalled(RunningProcess self, int signal) {
    boolean handles = inner instanceof Behaviours.Trapping t && t.traps(self, signal);
    if (handles || withInit) {
      inner.signalled(self, signal);
    }
  }
}
