package dev.dryboot.simulator.systemd.generator;

import dev.dryboot.foreign.unitname.UnitEscape;
import dev.dryboot.simulator.systemd.SystemdVersion;
import java.util.ArrayList;
import java.util.List;

/** Services that make file systems and swap space, and that let them grow (generator.c). */
final class MadeFileSystems {
  private static final String HELPERS = "/usr/lib/systemd/";

  private MadeFileSystems() {}

  static void make(GeneratedUnits units, String what, String mount, String type) {
    make(units, "systemd-makefs@", what, "systemd-fsck@%i.service " + mount, type);
    units.pullIn(mount, "requires", "systemd-makefs@" + UnitEscape.path(what) + ".service");
  }

  static void makeSwap(GeneratedUnits units, String what, String swap) {
    make(units, "systemd-mkswap@", what, swap, "swap");
    units.pullIn(swap, "requires", "systemd-mkswap@" + UnitEscape.path(what) + ".service");
  }

  private static void make(
      GeneratedUnits units, String template, String what, String before, String type) {
    List<String> lines = head("%i.device");
    lines.addAll(List.of("After=%i.device", "Before=shutdown.target " + before));
    command(lines, units.version(), "systemd-makefs " + type + " " + what);
    units.write(template + UnitEscape.path(what) + ".service", lines);
  }

  private static List<String> head(String boundTo) {
    return new ArrayList<>(
        List.of(
            "[Unit]", "DefaultDependencies=no", "BindsTo=" + boundTo, "Conflicts=shutdown.target"));
  }

  /** A oneshot service that takes the time it needs. */
  static void command(List<String> lines, SystemdVersion version, String command) {
    lines.addAll(
        List.of(
            "[Service]",
            "Type=oneshot",
            "RemainAfterExit=yes",
            "ExecStart=" + HELPERS + command,
            "TimeoutSec=" + (version.writesInfinity() ? "infinity" : "0")));
  }

  /** Has a file system grow, once it is mounted. */
  static void grow(GeneratedUnits units, String where, String mount, String target) {
    boolean root = where.equals("/");
    String unit = "systemd-growfs@" + UnitEscape.path(where) + ".service";
    if (units.version().bringsServicesThatGrow()) {
      String name = root ? "systemd-growfs-root.service" : unit;
      units.pullInVendor(
          mount, "wants", name, root ? "systemd-growfs-root.service" : "systemd-growfs@.service");
      units.write(target + ".d/50-order-" + name + ".conf", List.of("[Unit]", "After=" + name));
      return;
    }
    List<String> lines = head("%i.mount");
    lines.addAll(
        List.of("After=systemd-repart.service %i.mount", "Before=shutdown.target local-fs.target"));
    if (root) {
      lines.add("After=systemd-remount-fs.service");
    }
    command(lines, units.version(), "systemd-growfs " + where);
    units.write(unit, lines);
    units.pullIn(mount, "wants", unit);
  }
}
