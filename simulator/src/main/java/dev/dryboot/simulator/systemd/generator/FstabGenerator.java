package dev.dryboot.simulator.systemd.generator;

import dev.dryboot.foreign.config.Fstab;
import dev.dryboot.foreign.unitname.UnitEscape;
import dev.dryboot.foreign.unitname.UnitName;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Generator;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.source.Origin;
import dev.dryboot.source.OriginText;
import dev.dryboot.source.SourceText;
import java.util.List;

/**
 * systemd-fstab-generator: a mount, automount or swap unit for each line of {@code /etc/fstab},
 * wanted or required by the target it belongs to (systemd 257, fstab-generator.c). Every line of a
 * unit points to the line of fstab it came from.
 */
public final class FstabGenerator implements Generator {

  @Override
  public String name() {
    return "systemd-fstab-generator";
  }

  @Override
  public void generate(Machine machine, String normal, String early, String late) {
    boolean off = machine.commandLine().value("fstab").filter(v -> isNo(v)).isPresent();
    machine
        .files()
        .read("/etc/fstab")
        .filter(text -> !off)
        .ifPresent(text -> Fstab.read(text).entries().forEach(e -> write(machine, normal, e)));
  }

  private static boolean isNo(String word) {
    return List.of("0", "no", "off", "false").contains(word);
  }

  private static void write(Machine machine, String directory, Fstab.Entry entry) {
    String what = device(entry.source());
    if (entry.isSwap()) {
      swap(machine, directory, entry, what);
    } else if (entry.target().startsWith("/")) {
      mount(machine, directory, entry, what);
    }
  }

  /** {@code UUID=…} and its like as the links that udev makes (fstab_node_to_udev_node). */
  static String device(String source) {
    int equals = source.indexOf('=');
    String folder =
        switch (equals < 0 ? "" : source.substring(0, equals)) {
          case "UUID" -> "by-uuid";
          case "LABEL" -> "by-label";
          case "PARTUUID" -> "by-partuuid";
          case "PARTLABEL" -> "by-partlabel";
          default -> "";
        };
    if (folder.isEmpty()) {
      return source;
    }
    String value = source.substring(equals + 1).replaceAll("^\"(.*)\"$", "$1");
    return "/dev/disk/" + folder + "/" + value;
  }

  private static void mount(Machine machine, String directory, Fstab.Entry entry, String what) {
    String where = UnitEscape.simplify(entry.target());
    String unit = UnitName.mount(where).toString();
    boolean root = where.equals("/");
    boolean automount = entry.has("x-systemd.automount");
    String target = entry.isRemote() ? "remote-fs.target" : "local-fs.target";
    OriginText text = header(entry);
    if (!root && !automount && !entry.mayFail() && entry.mountedAtBoot()) {
      line(text, "Before", target, entry);
    }
    dependencies(text, entry);
    check(text, entry, what, root);
    line(text, "\n[Mount]\nWhat", what, entry);
    line(text, "Where", where, entry);
    if (!entry.type().equals("auto")) {
      line(text, "Type", entry.type(), entry);
    }
    if (!entry.options().equals(List.of("defaults"))) {
      line(text, "Options", String.join(",", entry.options()), entry);
    }
    put(machine, directory + "/" + unit, text);
    if (automount) {
      automount(machine, directory, entry, where, target);
    } else if (entry.mountedAtBoot() || root) {
      String how = entry.mayFail() && !root ? ".wants/" : ".requires/";
      link(machine, directory + "/" + target + how + unit, directory + "/" + unit, entry);
    }
  }

  private static void automount(
      Machine machine, String directory, Fstab.Entry entry, String where, String target) {
    String unit = UnitEscape.path(where) + ".automount";
    OriginText text = header(entry);
    line(text, "Before", target, entry);
    line(text, "\n[Automount]\nWhere", where, entry);
    entry.value("x-systemd.idle-timeout").ifPresent(t -> line(text, "TimeoutIdleSec", t, entry));
    put(machine, directory + "/" + unit, text);
    String how = entry.mayFail() ? ".wants/" : ".requires/";
    link(machine, directory + "/" + target + how + unit, directory + "/" + unit, entry);
  }

  private static void swap(Machine machine, String directory, Fstab.Entry entry, String what) {
    String unit = UnitEscape.path(what) + ".swap";
    OriginText text = header(entry);
    dependencies(text, entry);
    line(text, "\n[Swap]\nWhat", what, entry);
    if (!entry.options().equals(List.of("defaults"))) {
      line(text, "Options", String.join(",", entry.options()), entry);
    }
    put(machine, directory + "/" + unit, text);
    if (entry.mountedAtBoot()) {
      String how = entry.mayFail() ? ".wants/" : ".requires/";
      link(machine, directory + "/swap.target" + how + unit, directory + "/" + unit, entry);
    }
  }

  private static OriginText header(Fstab.Entry entry) {
    OriginText text = new OriginText();
    text.add("[Unit]\n", origin(entry));
    line(text, "Documentation", "man:fstab(5) man:systemd-fstab-generator(8)", entry);
    line(text, "SourcePath", "/etc/fstab", entry);
    return text;
  }

  /** What {@code x-systemd.…} options ask for. */
  private static void dependencies(OriginText text, Fstab.Entry entry) {
    for (String unit : entry.values("x-systemd.requires")) {
      line(text, "After", mangled(unit), entry);
      line(text, "Requires", mangled(unit), entry);
    }
    entry.values("x-systemd.wants").forEach(u -> line(text, "Wants", mangled(u), entry));
    entry.values("x-systemd.after").forEach(u -> line(text, "After", mangled(u), entry));
    entry.values("x-systemd.before").forEach(u -> line(text, "Before", mangled(u), entry));
    entry
        .values("x-systemd.requires-mounts-for")
        .forEach(p -> line(text, "RequiresMountsFor", p, entry));
  }

  private static String mangled(String unit) {
    if (unit.startsWith("/dev/")) {
      return UnitName.device(unit).toString();
    }
    return unit.startsWith("/") ? UnitName.mount(unit).toString() : unit;
  }

  private static void check(OriginText text, Fstab.Entry entry, String what, boolean root) {
    if (entry.pass() > 0 && what.startsWith("/dev/") && !root) {
      String unit = "systemd-fsck@" + UnitEscape.path(what) + ".service";
      line(text, "Requires", unit, entry);
      line(text, "After", unit, entry);
    }
  }

  private static void line(OriginText text, String name, String value, Fstab.Entry entry) {
    text.add(name + "=" + value + "\n", origin(entry));
  }

  private static Origin origin(Fstab.Entry entry) {
    return Origin.written(entry.span()).because("systemd-fstab-generator makes a unit of the line");
  }

  private static void put(Machine machine, String path, OriginText text) {
    machine.files().write(path, new FileNode.Regular(text.build(path)));
  }

  private static void link(Machine machine, String at, String target, Fstab.Entry entry) {
    SourceText origin = new OriginText().add(target, origin(entry)).build(at);
    machine.files().write(at, new FileNode.SymbolicLink(target, origin));
  }
}
