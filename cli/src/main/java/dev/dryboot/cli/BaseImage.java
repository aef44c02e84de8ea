package dev.dryboot.cli;

import dev.dryboot.simulator.machine.MachineImage;
import java.util.function.Supplier;

/**
 * An operating system as it comes, before anyone has configured it.
 *
 * @param id as in the language: {@code ubuntu}
 * @param provisioner what reads the configuration at the first boot
 * @param make makes a new image
 */
record BaseImage(String id, Provisioner provisioner, Supplier<MachineImage> make) {

  /** What configures a machine at its first boot. */
  enum Provisioner {
    IGNITION,
    CLOUD_INIT,
    ROS
  }

  MachineImage image() {
    return make.get();
  }
}
