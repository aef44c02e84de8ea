package dev.dryboot.bench;

import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.targets.os.fedoracoreos.FedoraCoreOsBase;
import dev.dryboot.targets.os.ubuntu.UbuntuBase;
import java.lang.management.ManagementFactory;

/** Boots one machine again and again, for a profiler to look at. */
final class Repetition {
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
    int boots = 0;
    while (System.nanoTime() < end || boots < 2) {
      long before = cpu();
      simulator.boot(image);
      least = Math.min(least, (cpu() - before) / 1e6);
      boots++;
    }
    System.out.printf("%s: %d boots, the fastest %.2f ms of processor time%n", what, boots, least);
  }

  private static MachineImage image(String what) {
    return switch (what) {
      case "ubuntu" -> UbuntuBase.image();
      case "fedora-coreos" -> FedoraCoreOsBase.image();
      default -> SyntheticHost.image(Integer.parseInt(what));
    };
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
