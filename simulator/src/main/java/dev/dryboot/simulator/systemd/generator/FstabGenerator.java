package dev.dryboot.simulator.systemd.generator;

import dev.dryboot.foreign.config.Fstab;
import dev.dryboot.foreign.unitname.UnitEscape;
import dev.dryboot.simulator.machine.Generator;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.source.Origin;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * systemd-fstab-generator: a mount, automount or swap unit for each line of {@code /etc/fstab} and
 * for what the kernel's command line asks for (systemd 257, fstab-generator.c). Every line of a
 * unit points to the line of fstab it came from.
 */
public final class FstabGenerator implements Generator {

  @Override
  public String name() {
    return "systemd-fstab-generator";
  }

  @Override
  public void generate(Machine machine, String normal, String early, String late) {
    CommandLineOptions options = CommandLineOptions.of(machine);
    boolean inInitrd = GeneratedUnits.inInitrd(machine);
    GeneratedUnits units =
        new GeneratedUnits(machine, normal, Origin.builtIn("systemd-fstab-generator writes it"));
    if (inInitrd) {
      new SysrootMounts(units, options).write();
    } else if (options.last("systemd.volatile").filter("state"::equals).isPresent()) {
      volatileVar(new GeneratedUnits(machine, late, units.origin()));
    }
    extras(units, options);
    if (options.off("fstab")) {
      return;
    }
    read(units, machine.files().read("/etc/fstab"), options, false);
    if (inInitrd) {
      read(units, machine.files().read("/sysroot/etc/fstab"), options, true);
    } else {
      units.pullInVendor(
          "local-fs.target", "wants", "systemd-remount-fs.service", "systemd-remount-fs.service");
    }
  }

  private static void read(
      GeneratedUnits units,
      Optional<SourceText> fstab,
      CommandLineOptions options,
      boolean ofSysroot) {
    for (Fstab.Entry entry : fstab.map(t -> Fstab.read(t).entries()).orElse(List.of())) {
      if (ofSysroot
          && !entry.has("x-initrd.mount")
          && !UnitEscape.simplify(entry.target()).equals("/usr")) {
        continue;
      }
      Origin origin =
          Origin.written(entry.span()).because("systemd-fstab-generator makes a unit of the line");
      write(units.because(origin), entry, options, ofSysroot);
    }
  }

  private static void write(
      GeneratedUnits units, Fstab.Entry entry, CommandLineOptions options, boolean ofSysroot) {
    if (entry.isSwap()) {
      if (!options.off("systemd.swap") && !ofSysroot) {
        new FstabSwap(units, entry).write();
      }
    } else if (entry.target().startsWith("/")) {
      new FstabMount(units, entry, ofSysroot).write();
    }
  }

  /** {@code systemd.mount-extra=WHAT:WHERE[:TYPE[:OPTIONS]]} and its like for swap. */
  private static void extras(GeneratedUnits units, CommandLineOptions options) {
    if (!units.version().knowsExtraMounts()) {
      return;
    }
    for (String extra : options.values("systemd.mount-extra")) {
      String[] part = extra.split(":", 4);
      if (part.length >= 2) {
        String type = part.length > 2 && !part[2].isEmpty() ? part[2] : "auto";
        line(units, options, "systemd.mount-extra", part[0] + " " + part[1] + " " + type, part, 3);
      }
    }
    for (String extra : options.values("systemd.swap-extra")) {
      String[] part = extra.split(":", 2);
      line(units, options, "systemd.swap-extra", part[0] + " none swap", part, 1);
    }
  }

  private static void line(
      GeneratedUnits units,
      CommandLineOptions options,
      String option,
      String start,
      String[] part,
      int optionsAt) {
    String mountOptions = part.length > optionsAt ? part[optionsAt] : "defaults";
    SourceText text = SourceText.of(option, start + " " + mountOptions + " 0 2\n");
    GeneratedUnits of = units.because(CommandLineOptions.origin(option + "="));
    Fstab.read(text).entries().forEach(e -> write(of, e, options, false));
  }

  private static void volatileVar(GeneratedUnits units) {
    units.write(
        "var.mount",
        List.of(
            "[Unit]",
            "Before=local-fs.target",
            "[Mount]",
            "What=tmpfs",
            "Where=/var",
            "Type=tmpfs",
            "Options=mode=0755,size=25%%,nr_inodes=1m"));
    units.pullIn("local-fs.target", "requires", "var.mount");
  }
}
