package dev.dryboot.targets.format.ignition;

import dev.dryboot.foreign.unitfile.UnitFile;
import dev.dryboot.foreign.unitfile.UnitFileReader;
import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.ignition.IgnitionConfig;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Optional;

/** Checks units and drop-ins (ignition 2.26, unit.go). */
final class UnitChecks {
  private static final List<String> SUFFIXES =
      List.of(
          ".service",
          ".socket",
          ".device",
          ".mount",
          ".automount",
          ".swap",
          ".target",
          ".path",
          ".timer",
          ".snapshot",
          ".slice",
          ".scope");

  private UnitChecks() {}

  static void check(IgnitionConfig config, Findings findings) {
    for (IgnitionConfig.Unit unit : config.units()) {
      String name = unit.name().value();
      if (SUFFIXES.stream().noneMatch(name.substring(Math.max(0, name.lastIndexOf('.')))::equals)) {
        findings.error(
            IgnitionRules.UNIT,
            unit.name().at(),
            name.isEmpty()
                ? "the unit has no name"
                : "%s does not end as a unit's name does".formatted(name),
            "end it with .service, .mount, .timer or another unit type");
      }
      unit.contents().ifPresent(c -> GoUnitSyntax.check(c, name, findings));
      for (IgnitionConfig.Dropin dropin : unit.dropins()) {
        dropin(dropin, findings);
      }
      install(unit, findings);
    }
    paths(config, findings);
  }

  private static void dropin(IgnitionConfig.Dropin dropin, Findings findings) {
    if (!dropin.name().value().endsWith(".conf")) {
      findings.error(
          IgnitionRules.UNIT,
          dropin.name().at(),
          "the name of a drop-in ends with .conf",
          "systemd reads no other files there: call it 10-" + "name.conf");
    }
    dropin.contents().ifPresent(c -> GoUnitSyntax.check(c, dropin.name().value(), findings));
  }

  private static void install(IgnitionConfig.Unit unit, Findings findings) {
    boolean enabled = unit.enabled().map(Located::value).orElse(false);
    if (!enabled || unit.contents().filter(c -> !c.value().isEmpty()).isEmpty()) {
      return;
    }
    Located<String> contents = unit.contents().get();
    UnitFile file =
        UnitFileReader.read(
            SourceText.decoded(unit.name().value(), contents.at(), contents.value()));
    boolean install = !file.directives("Install").isEmpty();
    if (!install) {
      findings.add(
          Diagnostic.warning(
                  IgnitionRules.NO_INSTALL,
                  unit.enabled().get().at(),
                  "%s is enabled, but has no [Install] section".formatted(unit.name().value()))
              .why("enabling it does nothing: the unit is not started at boot")
              .help("add [Install] with WantedBy=multi-user.target"));
    }
  }

  /** A file may not stand where a unit or drop-in is written (since Ignition 2.15). */
  private static void paths(IgnitionConfig config, Findings findings) {
    for (IgnitionConfig.Unit unit : config.units()) {
      String path = "/etc/systemd/system/" + unit.name().value();
      if (unit.contents().filter(c -> !c.value().isEmpty()).isPresent()) {
        occupied(config, path, unit.name(), findings);
      }
      for (IgnitionConfig.Dropin dropin : unit.dropins()) {
        if (dropin.contents().filter(c -> !c.value().isEmpty()).isPresent()) {
          occupied(config, path + ".d/" + dropin.name().value(), dropin.name(), findings);
        }
      }
    }
  }

  private static void occupied(
      IgnitionConfig config, String path, Located<String> unit, Findings findings) {
    Optional<Located<String>> other =
        java.util.stream.Stream.of(
                config.storage().files().stream().map(f -> f.node().path()),
                config.storage().directories().stream().map(d -> d.node().path()),
                config.storage().links().stream().map(l -> l.node().path()))
            .flatMap(s -> s)
            .filter(p -> NodeChecks.clean(p.value()).equals(path))
            .findFirst();
    other.ifPresent(
        o ->
            findings.add(
                Diagnostic.error(
                        IgnitionRules.UNIT,
                        o.at(),
                        "%s is also written as a unit of this config".formatted(path))
                    .related(unit.at(), "the unit")
                    .why("one of them replaces the other")
                    .help("keep one of them")));
  }
}
