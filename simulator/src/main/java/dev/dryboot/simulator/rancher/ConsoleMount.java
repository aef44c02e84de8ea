package dev.dryboot.simulator.rancher;

import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.Mount;
import dev.dryboot.simulator.machine.Uplink;
import dev.dryboot.simulator.rancher.config.RancherConfig;
import java.util.List;
import java.util.Optional;

/** What {@code mounts} asks for, mounted by the console. One that fails is logged only. */
final class ConsoleMount {
  private final RancherBoot boot;
  private final Machine machine;

  ConsoleMount(RancherBoot boot) {
    this.boot = boot;
    this.machine = boot.machine();
  }

  void mount(RancherConfig.MountLine line) {
    List<String> words = line.fields().stream().map(f -> f.value()).toList();
    if (words.size() != 4) {
      boot.log(ConsoleInit.CONSOLE, "a mount has four fields: " + String.join(" ", words));
      return;
    }
    String device = words.get(0);
    String where = words.get(1);
    switch (words.get(2)) {
      case "swap" -> boot.log(ConsoleInit.CONSOLE, "swapon " + device);
      case "nfs", "nfs4", "cifs" -> remote(device, where, words.get(2));
      case String type when bound(type, words.get(3)) ->
          machine.publish(new Fact.Mounted(where, device));
      case String type -> local(device, where, type);
    }
  }

  private static boolean bound(String type, String options) {
    return type.equals("bind") || List.of(options.split(",")).contains("bind");
  }

  private void remote(String device, String where, String type) {
    if (machine.port(Uplink.class).map(Uplink::up).orElse(false)) {
      place(new Mount(where, device, type, false, FileTree.empty()));
    } else {
      boot.log(ConsoleInit.CONSOLE, "cannot mount " + device + ": the network is not there");
    }
  }

  private void local(String device, String where, String type) {
    if (type.equals("tmpfs")) {
      place(new Mount(where, device, type, false, FileTree.empty()));
      return;
    }
    Optional<BlockDevices.FileSystem> content =
        machine
            .port(BlockDevices.class)
            .flatMap(d -> d.find(device))
            .flatMap(BlockDevices.Device::content);
    if (content.isEmpty()) {
      boot.log(ConsoleInit.CONSOLE, "cannot mount " + device + ": no file system is there");
    } else {
      place(new Mount(where, device, content.get().format(), false, content.get().tree()));
    }
  }

  private void place(Mount mount) {
    machine.files().mount(mount);
    machine.publish(new Fact.Mounted(mount.where(), mount.what()));
  }
}
