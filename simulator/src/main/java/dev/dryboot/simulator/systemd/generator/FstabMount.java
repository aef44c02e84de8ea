package dev.dryboot.simulator.systemd.generator;

import dev.dryboot.foreign.config.Fstab;
import dev.dryboot.foreign.unitname.UnitEscape;
import dev.dryboot.foreign.unitname.UnitName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mount unit, and perhaps the automount unit, of one line of fstab (add_mount). */
final class FstabMount {
  private final GeneratedUnits units;
  private final Fstab.Entry entry;
  private final String what;
  private final String where;
  private final String unit;
  private final String target;
  private final boolean background;

  /**
   * @param ofSysroot whether it is a line of the real root's fstab, read in the initial RAM disk
   */
  FstabMount(GeneratedUnits units, Fstab.Entry entry, boolean ofSysroot) {
    this.units = units;
    this.entry = entry;
    this.what = GeneratedUnits.device(entry.source());
    this.where = UnitEscape.simplify((ofSysroot ? "/sysroot" : "") + entry.target());
    this.unit = UnitName.mount(where).toString();
    this.target =
        entry.isRemote() ? "remote-fs.target" : ofSysroot ? "initrd-fs.target" : "local-fs.target";
    this.background = entry.type().startsWith("nfs") && entry.has("bg");
  }

  void write() {
    if (units.has(unit)) {
      return;
    }
    List<String> lines = new ArrayList<>(List.of("[Unit]"));
    dependencies(lines);
    order(lines);
    check(lines);
    if (isDevice()) {
      lines.add("After=" + GeneratedUnits.blockDeviceTarget(what));
    }
    lines.addAll(List.of("[Mount]", "What=" + what, "Where=" + where));
    if (!entry.type().equals("auto")) {
      lines.add("Type=" + entry.type());
    }
    options(lines);
    units.write(unit, lines);
    device();
    pullIn();
  }

  private boolean isDevice() {
    return what.startsWith("/dev/");
  }

  private boolean isRoot() {
    return where.equals("/");
  }

  private boolean mayFail() {
    return (entry.mayFail() || background) && !isRoot();
  }

  /** What {@code x-systemd.…} options ask for. */
  private void dependencies(List<String> lines) {
    for (String needed : entry.values("x-systemd.requires")) {
      lines.add("After=" + mangled(needed));
      lines.add("Requires=" + mangled(needed));
    }
    entry.values("x-systemd.wants").forEach(u -> lines.add("Wants=" + mangled(u)));
    entry.values("x-systemd.after").forEach(u -> lines.add("After=" + mangled(u)));
    entry.values("x-systemd.before").forEach(u -> lines.add("Before=" + mangled(u)));
    entry.values("x-systemd.requires-mounts-for").forEach(p -> lines.add("RequiresMountsFor=" + p));
    if (units.version().knowsWantsMountsFor()) {
      entry.values("x-systemd.wants-mounts-for").forEach(p -> lines.add("WantsMountsFor=" + p));
    }
  }

  static String mangled(String unit) {
    if (unit.startsWith("/dev/")) {
      return UnitName.device(unit).toString();
    }
    return unit.startsWith("/") ? UnitName.mount(unit).toString() : UnitName.mangle(unit);
  }

  private boolean isPulledInByOthers() {
    return entry.has("x-systemd.wanted-by") || entry.has("x-systemd.required-by");
  }

  private void order(List<String> lines) {
    if (isPulledInByOthers() && units.version().freesMountsThatOthersPullIn()) {
      lines.addAll(
          List.of("DefaultDependencies=no", "Conflicts=umount.target", "Before=umount.target"));
    } else if (!mayFail()) {
      lines.add("Before=" + target);
    }
  }

  /** generator_write_fsck_deps(). */
  private void check(List<String> lines) {
    if (entry.pass() == 0 || !isDevice()) {
      return;
    }
    if (isRoot()) {
      units.pullInVendor(
          "local-fs.target", "wants", "systemd-fsck-root.service", "systemd-fsck-root.service");
      return;
    }
    String check = "systemd-fsck@" + UnitEscape.path(what) + ".service";
    lines.add((where.equals("/usr") ? "Wants=" : "Requires=") + check);
    lines.add("After=" + check);
  }

  private void options(List<String> lines) {
    if (background) {
      lines.add("TimeoutSec=infinity");
    } else {
      entry.value("x-systemd.mount-timeout").ifPresent(t -> lines.add("TimeoutSec=" + seconds(t)));
    }
    List<String> options = new ArrayList<>(entry.options());
    options.removeIf(o -> o.startsWith("x-systemd.device-timeout="));
    if (background) {
      // fg as bg: systemd waits in its own way, and for ever.
      options.addAll(0, List.of("x-systemd.mount-timeout=infinity", "retry=10000", "nofail"));
      options.add("fg");
    }
    if (!options.isEmpty() && !options.equals(List.of("defaults"))) {
      lines.add("Options=" + String.join(",", options).replace("%", "%%"));
    }
    if (entry.has("x-systemd.rw-only")) {
      lines.add("ReadWriteOnly=yes");
    }
  }

  /** A bare number is in seconds. */
  static String seconds(String span) {
    return span.matches("[0-9]+") ? span + "s" : span;
  }

  private void device() {
    if (!isDevice()) {
      return;
    }
    entry.value("x-systemd.device-timeout").ifPresent(t -> units.deviceTimeout(what, t));
    if (entry.has("_netdev")) {
      units.write(
          UnitName.device(what) + ".d/50-netdev-dependencies.conf",
          List.of(
              "[Unit]",
              "After=network-online.target network.target",
              "Wants=network-online.target"));
    }
    if (entry.has("x-systemd.makefs")) {
      MadeFileSystems.make(units, what, unit, entry.type());
    }
    if (entry.has("x-systemd.growfs")) {
      MadeFileSystems.grow(units, where, unit, target);
    }
  }

  private void pullIn() {
    boolean automount = entry.has("x-systemd.automount") && !isRoot();
    String pulled = automount ? UnitEscape.path(where) + ".automount" : unit;
    if (automount) {
      List<String> lines = new ArrayList<>(List.of("[Unit]", "[Automount]", "Where=" + where));
      Optional<String> idle = entry.value("x-systemd.idle-timeout");
      idle.ifPresent(t -> lines.add("TimeoutIdleSec=" + seconds(t)));
      units.write(pulled, lines);
    } else if (!entry.mountedAtBoot() && !isRoot()) {
      return;
    }
    if (isPulledInByOthers()) {
      entry.values("x-systemd.wanted-by").forEach(u -> units.pullIn(mangled(u), "wants", pulled));
      entry
          .values("x-systemd.required-by")
          .forEach(u -> units.pullIn(mangled(u), "requires", pulled));
    } else {
      units.pullIn(target, mayFail() ? "wants" : "requires", pulled);
    }
  }
}
