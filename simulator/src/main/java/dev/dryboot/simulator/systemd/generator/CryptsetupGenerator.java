package dev.dryboot.simulator.systemd.generator;

import dev.dryboot.foreign.unitname.UnitEscape;
import dev.dryboot.foreign.unitname.UnitName;
import dev.dryboot.simulator.machine.Generator;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.source.Origin;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * systemd-cryptsetup-generator: a service for each line of {@code /etc/crypttab} and each {@code
 * luks.uuid=} and {@code luks.name=} of the kernel's command line (systemd 252,
 * cryptsetup-generator.c).
 */
public final class CryptsetupGenerator implements Generator {
  @Override
  public String name() {
    return "systemd-cryptsetup-generator";
  }

  @Override
  public void generate(Machine machine, String normal, String early, String late) {
    CommandLineOptions options = CommandLineOptions.of(machine);
    if (options.off("luks")) {
      return;
    }
    GeneratedUnits units =
        new GeneratedUnits(machine, normal, CommandLineOptions.origin("luks.uuid="));
    List<String> named = options.values("luks.name");
    List<String> ids = options.values("luks.uuid");
    for (String value : named) {
      int equals = value.indexOf('=');
      if (equals > 0) {
        byId(units, value.substring(equals + 1), id(value.substring(0, equals)), options);
      }
    }
    ids.forEach(value -> byId(units, "luks-" + id(value), id(value), options));
    // Devices that the command line names take the place of the whole table.
    if (named.isEmpty() && ids.isEmpty() && !options.off("luks.crypttab")) {
      machine.files().read("/etc/crypttab").ifPresent(table -> read(units, table));
    }
  }

  private static String id(String value) {
    return value.startsWith("luks-") ? value.substring(5) : value;
  }

  private static void byId(
      GeneratedUnits units, String name, String id, CommandLineOptions options) {
    String words = forId(id, options.values("luks.options"));
    String key = forId(id, options.values("luks.key"));
    new CryptVolume(units, name, "UUID=" + id, key, words).write();
  }

  /** The value that names {@code id}, or else the last one that names none. */
  private static String forId(String id, List<String> values) {
    String all = "";
    for (String value : values) {
      if (value.matches("[0-9a-fA-F-]{36}=.*") && value.startsWith(id + "=")) {
        return value.substring(id.length() + 1);
      }
      if (!value.matches("[0-9a-fA-F-]+=.*")) {
        all = value;
      }
    }
    return all;
  }

  private static void read(GeneratedUnits units, SourceText table) {
    for (int i = 1; i <= table.lineCount(); i++) {
      Span span = table.lineSpan(i);
      String line = span.text().strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] field = line.split("\\s+", 4);
      if (field.length >= 2) {
        Origin origin =
            Origin.written(span).because("systemd-cryptsetup-generator makes a unit of the line");
        new CryptVolume(
                units.because(origin),
                field[0],
                field[1],
                field.length > 2 ? field[2] : "",
                field.length > 3 ? field[3].strip() : "")
            .write();
      }
    }
  }

  /** One encrypted volume (create_disk). */
  private record CryptVolume(
      GeneratedUnits units, String name, String source, String key, String words) {
    private List<String> options() {
      return words.isEmpty() ? List.of() : List.of(words.split(",", -1));
    }

    private boolean has(String option) {
      return options().stream().anyMatch(o -> o.equals(option) || o.startsWith(option + "="));
    }

    private Optional<String> value(String option) {
      return options().stream()
          .filter(o -> o.startsWith(option + "="))
          .reduce((a, b) -> b)
          .map(o -> o.substring(option.length() + 1));
    }

    void write() {
      String unit = "systemd-cryptsetup@" + UnitEscape.string(name) + ".service";
      // Swap that is also a temporary file system makes no sense, and is left out.
      if (units.has(unit) || has("swap") && has("tmp")) {
        return;
      }
      List<String> lines = new ArrayList<>();
      String target = has("_netdev") ? "remote-cryptsetup.target" : "cryptsetup.target";
      head(lines, target);
      device(lines);
      commands(lines);
      units.write(unit, lines);
      String mapped = UnitName.device("/dev/mapper/" + name).toString();
      units.pullIn(mapped, "requires", unit);
      if (!has("noauto")) {
        units.pullIn(target, has("nofail") ? "wants" : "requires", unit);
      }
      if (!has("noauto") && !has("nofail")) {
        // Somebody may have to type a password: no time is too long.
        units.write(mapped + ".d/40-device-timeout.conf", List.of("[Unit]", "JobTimeoutSec=0"));
      }
      Optional<String> timeout = value("x-systemd.device-timeout");
      timeout.ifPresent(t -> units.deviceTimeout(GeneratedUnits.device(source), t));
    }

    private void head(List<String> lines, String target) {
      lines.addAll(
          List.of(
              "[Unit]",
              "DefaultDependencies=no",
              "IgnoreOnIsolate=true",
              "After=cryptsetup-pre.target systemd-udevd-kernel.socket",
              "Before=blockdev@dev-mapper-%i.target",
              "Wants=blockdev@dev-mapper-%i.target"));
      if (has("_netdev")) {
        lines.add("After=remote-fs-pre.target");
      }
      if (!has("x-initrd.attach")) {
        lines.add("Conflicts=umount.target");
      }
      keyDevice(lines);
      if (!has("nofail")) {
        lines.add("Before=" + target);
      }
      if (isRandom()) {
        lines.add("After=systemd-random-seed.service");
      } else if (keyDeviceOf().isEmpty() && key.startsWith("/") && !key.startsWith("/dev/")) {
        lines.add("RequiresMountsFor=" + key);
      }
      value("header")
          .filter(h -> h.startsWith("/") && !h.startsWith("/dev/"))
          .ifPresent(h -> lines.add("RequiresMountsFor=" + h));
    }

    private boolean isRandom() {
      return List.of("/dev/urandom", "/dev/random", "/dev/hw_random", "/dev/hwrng").contains(key);
    }

    /** {@code /key:LABEL=usb}: the file is on a device of its own. */
    private Optional<String> keyDeviceOf() {
      int colon = key.indexOf(':');
      return colon > 0 && key.startsWith("/")
          ? Optional.of(GeneratedUnits.device(key.substring(colon + 1)))
          : Optional.empty();
    }

    private void keyDevice(List<String> lines) {
      if (keyDeviceOf().isEmpty()) {
        return;
      }
      String mount = UnitName.mount("/run/systemd/cryptsetup/keydev-" + name).toString();
      String unmount = "keydev-" + UnitEscape.string(name) + "-umount.service";
      lines.addAll(
          List.of("After=" + mount, "Wants=" + mount, "Wants=" + unmount, "Before=" + unmount));
      units.write(
          mount,
          List.of(
              "[Unit]",
              "DefaultDependencies=no",
              "[Mount]",
              "What=" + keyDeviceOf().get(),
              "Where=/run/systemd/cryptsetup/keydev-" + name,
              "Options=ro" + (value("keyfile-timeout").isPresent() ? ",nofail" : "")));
      units.write(
          unmount,
          List.of(
              "[Unit]",
              "DefaultDependencies=no",
              "After=" + mount,
              "[Service]",
              "ExecStart=-/bin/umount /run/systemd/cryptsetup/keydev-" + name));
      value("keyfile-timeout")
          .ifPresent(
              t ->
                  units.write(
                      UnitName.device(keyDeviceOf().get()) + ".d/90-device-timeout.conf",
                      List.of("[Unit]", "JobRunningTimeoutSec=" + t)));
    }

    private void device(List<String> lines) {
      String what = GeneratedUnits.device(source);
      if (what.startsWith("/dev/")) {
        String device = UnitName.device(what).toString();
        lines.addAll(List.of("BindsTo=" + device, "After=" + device, "Before=umount.target"));
      } else {
        // A file stands behind a loop device, whose node has to be there.
        lines.addAll(
            List.of(
                "RequiresMountsFor=" + what,
                "Requires=systemd-tmpfiles-setup-dev.service",
                "After=systemd-tmpfiles-setup-dev.service"));
      }
    }

    private void commands(List<String> lines) {
      String file =
          keyDeviceOf().isPresent()
              ? "/run/systemd/cryptsetup/keydev-" + name + key.substring(0, key.indexOf(':'))
              : key;
      String attached =
          String.join(
              ",",
              options().stream().filter(o -> !o.startsWith("x-systemd.device-timeout=")).toList());
      lines.addAll(
          List.of(
              "[Service]",
              "Type=oneshot",
              "RemainAfterExit=yes",
              "TimeoutSec=0",
              "KeyringMode=shared",
              "OOMScoreAdjust=500",
              "ExecStart=/usr/lib/systemd/systemd-cryptsetup attach '%s' '%s' '%s' '%s'"
                  .formatted(name, GeneratedUnits.device(source), file, attached),
              "ExecStop=/usr/lib/systemd/systemd-cryptsetup detach '" + name + "'"));
      String mapped = "'/dev/mapper/" + name + "'";
      if (has("swap")) {
        lines.add("ExecStartPost=/usr/lib/systemd/systemd-makefs swap " + mapped);
      } else if (has("tmp")) {
        String type = value("tmp").orElse("ext4");
        lines.add("ExecStartPost=/usr/lib/systemd/systemd-makefs '" + type + "' " + mapped);
      }
    }
  }
}
