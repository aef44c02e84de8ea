package dev.dryboot.simulator.cloudinit;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Generator;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.source.SourceText;

/**
 * cloud-init-generator: has multi-user.target want cloud-init.target, unless cloud-init is disabled
 * by a file or on the kernel's command line (cloud-init, systemd/cloud-init-generator).
 */
final class CloudInitGenerator implements Generator {
  private static final String TARGET = "/usr/lib/systemd/system/cloud-init.target";

  @Override
  public String name() {
    return "cloud-init-generator";
  }

  @Override
  public void generate(Machine machine, String normal, String early, String late) {
    boolean disabled =
        machine.files().exists("/etc/cloud/cloud-init.disabled")
            || machine.commandLine().has("cloud-init=disabled");
    if (!disabled && machine.files().exists(TARGET)) {
      machine
          .files()
          .write(
              normal + "/multi-user.target.wants/cloud-init.target",
              new FileNode.SymbolicLink(TARGET, SourceText.of(name(), TARGET)));
    }
  }
}
