package dev.dryboot.simulator.machine;

import dev.dryboot.source.SourceText;
import java.util.function.Consumer;

/**
 * The port through which programs have units made while the system runs (StartTransientUnit of
 * org.freedesktop.systemd1): {@code systemd-run}, and the runtimes of containers.
 */
public interface TransientUnits {

  /** A name that no transient unit had in this boot, such as {@code run-u7}. */
  String freshName();

  /** Whether there is a unit of that name, which therefore cannot be made. */
  boolean isTaken(String name);

  /**
   * Makes a unit that is started by somebody else, such as the service of a transient timer.
   *
   * @param name with its suffix
   * @param text as a unit file has it; for a scope, its processes are already in its control group
   */
  void make(String name, SourceText text);

  /**
   * Makes a unit and starts it.
   *
   * @param answered called with the exit code of {@code systemctl start} once its job has ended
   */
  void start(String name, SourceText text, Consumer<Integer> answered);
}
