package dev.dryboot.simulator.machine;

import java.util.Map;

/** Hears what becomes of processes: the service manager that started them. */
public interface ProcessObserver {
  /** The process has ended. It is no longer among those of its control group. */
  void ended(int pid, ProcessEnd end);

  /** The process (or a child of it) has sent a message, as sd_notify does. */
  default void notified(int pid, Map<String, String> message) {}

  /** The process has started a child. */
  default void forked(int parent, int child) {}

  /** The kernel has chosen a process of a control group to end, for memory ran out. */
  default void outOfMemory(String controlGroup) {}

  /** A control group has lost its last process. */
  default void emptied(String controlGroup) {}
}
