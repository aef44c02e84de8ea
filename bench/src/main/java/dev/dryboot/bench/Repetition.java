package dev.dryboot.bench;

import com.sun.management.ThreadMXBean;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.targets.os.fedoracoreos.FedoraCoreOsBase;
import dev.dryboot.targets.os.ubuntu.UbuntuBase;
import java.lang.management.ManagementFactory;

/** Boots one machine again and again, for a profiler to look at; says what a boot takes. */
final class Repetition {
  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Repetition() {}

  /**
   * @param what {@code ubuntu}, {@code fedora-coreos} or a number of synthetic units
   * @param seconds how long
   */
  static void run(String what, long seconds) {
    MachineImage image = image(what);
    Simulator simulator = new Simulator();
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    double least = Double.MAX_VALUE;
    long made = 0;
    int boots = 0;
    while (System.nanoTime() < end || boots < 2) {
      long before = THREAD.getCurrentThreadCpuTime();
      long memory = THREAD.getCurrentThreadAllocatedBytes();
      simulator.boot(image);
      least = Math.min(least, (THREAD.getCurrentThreadCpuTime() - before) / 1e6);
      made = THREAD.getCurrentThreadAllocatedBytes() - memory;
      boots++;
    }
    System.out.printf(
        "%s: %d boots, the fastest %.2f ms of processor time; the last made %.1f MB of memory%n",
        what, boots, least, made / 1e6);
  }

  private static MachineImage image(String what) {
    return switch (what) {
      case "ubuntu" -> UbuntuBase.image();
      case "fedora-coreos" -> FedoraCoreOsBase.image();
      default -> SyntheticHost.image(Integer.parseInt(what));
    };
  }
}
