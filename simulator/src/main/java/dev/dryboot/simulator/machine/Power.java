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

  /** The last act of process 1 of a container, which ends with an exit status, 0 to 255. */
  void exit(int status, String why);

  /**
   * The last act of process 1 when only what runs on the kernel begins anew: files, mounts and the
   * clock stay, and {@code /run/nextroot} becomes the root where something is mounted there.
   */
  void softReboot();

  /** Electricity is gone, at once. */
  void cut();
}
