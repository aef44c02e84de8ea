package dev.dryboot.simulator.systemd.generator;

import dev.dryboot.foreign.config.Fstab;
import dev.dryboot.foreign.unitname.UnitEscape;
import java.util.ArrayList;
import java.util.List;

/** The swap unit of one line of fstab (add_swap). */
record FstabSwap(GeneratedUnits units, Fstab.Entry entry) {
  void write() {
    String what = GeneratedUnits.device(entry.source());
    String unit = UnitEscape.path(what) + ".swap";
    if (units.has(unit)) {
      return;
    }
    boolean device = what.startsWith("/dev/");
    List<String> lines = new ArrayList<>(List.of("[Unit]"));
    for (String needed : entry.values("x-systemd.requires")) {
      lines.add("After=" + FstabMount.mangled(needed));
      lines.add("Requires=" + FstabMount.mangled(needed));
    }
    if (device) {
      lines.add("After=" + GeneratedUnits.blockDeviceTarget(what));
    }
    lines.addAll(List.of("[Swap]", "What=" + what));
    if (!entry.options().equals(List.of("defaults"))) {
      lines.add("Options=" + String.join(",", entry.options()).replace("%", "%%"));
    }
    units.write(unit, lines);
    if (device) {
      entry.value("x-systemd.device-timeout").ifPresent(t -> units.deviceTimeout(what, t));
      if (entry.has("x-systemd.makefs")) {
        MadeFileSystems.makeSwap(units, what, unit);
      }
    }
    if (entry.mountedAtBoot()) {
      units.pullIn("swap.target", entry.mayFail() ? "wants" : "requires", unit);
    }
  }
}
