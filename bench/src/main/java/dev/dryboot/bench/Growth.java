package dev.dryboot.bench;

import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.runner.BootEvidence;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Says how the time of a boot grows with the number of units: hosts of several sizes, in turn. */
final class Growth {
  private static final List<Integer> SIZES = List.of(100, 200, 500, 1000, 2000, 5000, 10_000);
  private static final int WARM_UP = 300;

  private Growth() {}

  /** One size, with what is known of its boots so far. */
  private static final class Host {
    private final int units;
    private final MachineImage image;
    private final Simulator simulator = new Simulator();
    private double least = Double.MAX_VALUE;
    private int facts;

    Host(int units) {
      this.units = units;
      this.image = SyntheticHost.image(units);
    }

    void boot() {
      long before = cpu();
      BootEvidence evidence = simulator.boot(image);
      least = Math.min(least, (cpu() - before) / 1e6);
      facts = evidence.trace().entries().size();
    }
  }

  /**
   * @param seconds how long; the sizes take turns, so that all of them see the same machine
   */
  static void print(long seconds) {
    List<Host> hosts = new ArrayList<>();
    SIZES.forEach(units -> hosts.add(new Host(units)));
    for (int i = 0; i < WARM_UP; i++) {
      hosts.get(1).boot();
    }
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    int rounds = 0;
    while (System.nanoTime() < end || rounds < 2) {
      hosts.forEach(Growth::bootForAWhile);
      rounds++;
    }
    System.out.printf(
        "processor time of the fastest boot in %d rounds%n%n" + "%8s %10s %10s %10s %12s%n",
        rounds, "units", "ms", "µs/unit", "facts", "facts/unit");
    for (Host host : hosts) {
      System.out.printf(
          "%8d %10.2f %10.2f %10d %12.2f%n",
          host.units,
          host.least,
          host.least * 1000 / host.units,
          host.facts,
          (double) host.facts / host.units);
    }
  }

  /** Small hosts are booted more often, so that each size has its chance of a quiet moment. */
  private static void bootForAWhile(Host host) {
    long end = System.nanoTime() + 100_000_000L;
    do {
      host.boot();
    } while (System.nanoTime() < end);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
