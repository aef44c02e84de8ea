package dev.dryboot.simulator.machine;

import java.util.Optional;

/** Knows what some commands do: how long they take, what they answer, whom they call. */
public interface ProcessModel {
  /** What the command does; empty where this model does not know it. */
  Optional<Behaviour> recognise(ProcessSpec spec, Machine machine);

  /** What a process does, once it runs. */
  interface Behaviour {
    /**
     * Called right after execve. Nothing that takes time happens in it: use the process's agenda.
     */
    void start(RunningProcess self);

    /** A signal other than SIGKILL has come. Unless this says otherwise, the process dies of it. */
    default void signalled(RunningProcess self, int signal) {
      self.die(signal);
    }

    /** The process has ended, by whatever cause; nothing of it runs any more. */
    default void ended(RunningProcess self) {}

    /** Whether the program can be executed at all; if not, it ends with 203 (EXIT_EXEC). */
    default boolean executable() {
      return true;
    }
  }
}
