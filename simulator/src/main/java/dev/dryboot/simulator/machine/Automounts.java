package dev.dryboot.simulator.machine;

import java.util.List;

/** Places that are mounted when somebody looks into them, as a port for those who do. */
public interface Automounts {
  /**
   * Waits until a program can look at what its command line names: what is to be mounted there is
   * mounted, or could not be.
   *
   * @param go called then; at once where nothing is to be mounted
   */
  void access(List<String> argv, Runnable go);
}
