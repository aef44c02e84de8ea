package dev.dryboot.simulator.cloudinit;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.machine.Machine;
import java.util.ArrayList;
import java.util.List;

/** What package_update_upgrade_install tells the package manager. */
final class PackageModule {
  private static final List<String> MANAGERS = List.of("apt-get", "dnf", "tdnf", "yum", "zypper");

  private PackageModule() {}

  static List<List<String>> calls(Machine machine, CloudConfig.Packages packages) {
    String manager =
        MANAGERS.stream()
            .filter(m -> machine.files().exists("/usr/bin/" + m))
            .findFirst()
            .orElse("apt-get");
    boolean apt = manager.equals("apt-get");
    List<List<String>> calls = new ArrayList<>();
    boolean installs = !packages.names().isEmpty();
    if (packages.update() || packages.upgrade() || installs && apt) {
      calls.add(List.of(manager, apt ? "update" : "makecache"));
    }
    if (packages.upgrade()) {
      calls.add(List.of(manager, apt ? "dist-upgrade" : "upgrade", "-y"));
    }
    if (installs) {
      List<String> install = new ArrayList<>(List.of(manager, "install", "-y"));
      packages.names().stream().map(Located::value).forEach(install::add);
      calls.add(install);
    }
    packages.snaps().forEach(s -> calls.add(List.of("snap", "install", s.value())));
    return calls;
  }
}
