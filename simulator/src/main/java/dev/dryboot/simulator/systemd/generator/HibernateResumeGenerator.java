package dev.dryboot.simulator.systemd.generator;

import dev.dryboot.foreign.unitname.UnitEscape;
import dev.dryboot.foreign.unitname.UnitName;
import dev.dryboot.simulator.machine.Generator;
import dev.dryboot.simulator.machine.Machine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * systemd-hibernate-resume-generator: has the initial RAM disk wait for the device of {@code
 * resume=} and look for a hibernated system on it (systemd 257, hibernate-resume-generator.c).
 */
public final class HibernateResumeGenerator implements Generator {
  private static final String SERVICE = "systemd-hibernate-resume.service";

  @Override
  public String name() {
    return "systemd-hibernate-resume-generator";
  }

  @Override
  public void generate(Machine machine, String normal, String early, String late) {
    CommandLineOptions options = CommandLineOptions.of(machine);
    Optional<String> resume = options.last("resume");
    if (!GeneratedUnits.inInitrd(machine) || options.has("noresume") || resume.isEmpty()) {
      return;
    }
    String device = GeneratedUnits.device(resume.get());
    GeneratedUnits units =
        new GeneratedUnits(machine, normal, CommandLineOptions.origin("resume=" + resume.get()));
    write(units, options, device);
  }

  private static void write(GeneratedUnits units, CommandLineOptions options, String device) {
    String unit = UnitName.device(device).toString();
    boolean single = units.version().resumesByOneService();
    units.write(
        unit + ".d/40-device-timeout.conf",
        List.of("[Unit]", "JobTimeoutSec=" + (single ? "infinity" : "0")));
    timeout(options).ifPresent(t -> units.deviceTimeout(device, t));
    if (single) {
      units.pullInVendor("sysinit.target", "wants", SERVICE, SERVICE);
      units.write(
          SERVICE + ".d/90-device-dependency.conf",
          List.of("[Unit]", "BindsTo=" + unit, "After=" + unit));
    } else {
      units.pullInVendor(
          "sysinit.target",
          "wants",
          "systemd-hibernate-resume@" + UnitEscape.path(device) + ".service",
          "systemd-hibernate-resume@.service");
    }
  }

  /** How long the device is waited for: for ever, or as the options of its mount say. */
  private static Optional<String> timeout(CommandLineOptions options) {
    String option = "x-systemd.device-timeout=";
    return options
        .last("resumeflags")
        .or(() -> options.last("rootflags"))
        .flatMap(
            flags ->
                Stream.of(flags.split(",", -1))
                    .filter(f -> f.startsWith(option))
                    .map(f -> f.substring(option.length()))
                    .findFirst());
  }
}
