package dev.dryboot.simulator.machine;

/** Places that are mounted when somebody looks into them, as a port for those who do. */
public interface Automounts {
  /**
   * Waits until a program can look at what its command line names: what is to be mounted there is
   * mounted, or could not be. As long as the program runs, what it looks at is in use.
   *
   * @param go called then; at once where nothing is to be mounted
   */
  void access(RunningProcess process, Runnable go);
}
