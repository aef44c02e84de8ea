package dev.dryboot.bench;

import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.runner.BootEvidence;
import dev.dryboot.targets.os.fedoracoreos.FedoraCoreOsBase;
import dev.dryboot.targets.os.ubuntu.UbuntuBase;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A first boot of the base images, as they are before anyone has configured them. */
@State(Scope.Benchmark)
public class SystemBenchmark {
  private final Simulator simulator = new Simulator();
  private final MachineImage ubuntu = UbuntuBase.image();
  private final MachineImage fedoraCoreOs = FedoraCoreOsBase.image();

  /** Ubuntu Server: some 200 units. */
  @Benchmark
  public BootEvidence ubuntu() {
    return simulator.boot(ubuntu);
  }

  /** Fedora CoreOS: its initial RAM disk with Ignition's stages, and then its root. */
  @Benchmark
  public BootEvidence fedoraCoreOs() {
    return simulator.boot(fedoraCoreOs);
  }
}
