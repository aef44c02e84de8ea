package dev.dryboot.simulator.machine;

/**
 * The port of what the boot loader remembers: with which arguments the kernel is started next time.
 */
public interface BootLoader {
  /** Adds an argument, where it is not there yet. */
  void add(String argument);

  /** Takes an argument away. */
  void remove(String argument);

  /** The arguments of the next boot. */
  KernelCommandLine next();
}
