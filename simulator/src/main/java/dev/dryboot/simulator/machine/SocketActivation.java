package dev.dryboot.simulator.machine;

/** The port of a service manager that listens for others. */
public interface SocketActivation {
  /**
   * Connects to an address such as {@code /run/docker.sock}; what is behind it is started.
   *
   * @return whether somebody listens there
   */
  boolean connect(String address);
}
