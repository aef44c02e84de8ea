package dev.dryboot.bench;

import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.runner.BootEvidence;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A whole boot of a synthetic host, from copying its disks to the evidence. */
@State(Scope.Benchmark)
public class BootBenchmark {
  @Param({"100", "200", "1000", "2000", "10000"})
  int units = 200;

  private final Simulator simulator = new Simulator();
  private MachineImage image = SyntheticHost.image(40);

  /** Makes the host. */
  @Setup
  public void prepare() {
    image = SyntheticHost.image(units);
  }

  /** Boots it. */
  @Benchmark
  public BootEvidence boot() {
    return simulator.boot(image);
  }
}
