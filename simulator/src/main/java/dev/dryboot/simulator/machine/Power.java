package dev.dryboot.simulator.machine;

/** The port of the machine itself: how a boot comes to its end. */
public interface Power {
  /** The last act of process 1 when it hands over to the one on {@code newRoot}. */
  void switchRoot(String newRoot);

  /**
   * The last act of process 1: everything has been stopped.
   *
   * @param how {@code reboot}, {@code poweroff}, {@code halt}, {@code kexec}
   * @param why who asked for it
   */
  void end(String how, String why);

  /** Electricity is gone, at once. */
  void cut();
}
