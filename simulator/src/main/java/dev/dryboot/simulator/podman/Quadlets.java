package dev.dryboot.simulator.podman;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.unitfile.UnitFile;
import dev.dryboot.foreign.unitfile.UnitFileReader;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Generator;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * podman-system-generator: makes a service of each quadlet. A quadlet with a key that podman does
 * not know, or that names another quadlet which is not there, is left out, and the boot goes on.
 */
final class Quadlets implements Generator {
  private static final List<String> DIRECTORIES =
      List.of(
          "/run/containers/systemd", "/etc/containers/systemd", "/usr/share/containers/systemd");
  private static final int MAX_DEPTH = 8;

  @Override
  public String name() {
    return "podman-system-generator";
  }

  @Override
  public void generate(Machine machine, String normal, String early, String late) {
    Map<String, Quadlet> quadlets = new TreeMap<>();
    for (String directory : DIRECTORIES) {
      collect(machine, directory, quadlets, 0);
    }
    quadlets.forEach(
        (file, quadlet) -> {
          switch (QuadletService.of(quadlet, quadlets)) {
            case QuadletService.Left left ->
                machine.publish(
                    new Fact.Logged(name(), "converting \"" + file + "\": " + left.reason()));
            case QuadletService.Made made -> write(machine, normal, made);
          }
        });
  }

  private static void collect(
      Machine machine, String directory, Map<String, Quadlet> quadlets, int depth) {
    for (String name : machine.files().list(directory)) {
      String path = directory + "/" + name;
      if (machine.files().isDirectory(path)) {
        if (depth < MAX_DEPTH && !name.endsWith(".d")) {
          collect(machine, path, quadlets, depth + 1);
        }
      } else if (Quadlet.isNameOfOne(name)) {
        Optional<SourceText> text = machine.files().read(path);
        text.flatMap(t -> Quadlet.of(name, read(machine, directory, name, t)))
            .ifPresent(quadlet -> quadlets.putIfAbsent(name, quadlet));
      }
    }
  }

  /** The quadlet with its drop-ins behind it. */
  private static UnitFile read(Machine machine, String directory, String name, SourceText text) {
    UnitFile whole = UnitFileReader.read(text);
    String drops = directory + "/" + name + ".d";
    for (String drop : machine.files().list(drops)) {
      if (drop.endsWith(".conf")) {
        Optional<SourceText> more = machine.files().read(drops + "/" + drop);
        if (more.isPresent()) {
          var sections = new java.util.ArrayList<>(whole.sections());
          sections.addAll(UnitFileReader.read(more.get()).sections());
          whole = new UnitFile(whole.source(), sections, whole.strays());
        }
      }
    }
    return whole;
  }

  private static void write(Machine machine, String normal, QuadletService.Made made) {
    machine.files().write(normal + "/" + made.unit(), new FileNode.Regular(made.text()));
    for (Directive install : made.install()) {
      String kind =
          switch (install.name()) {
            case "WantedBy" -> ".wants/";
            case "RequiredBy" -> ".requires/";
            case "UpheldBy" -> ".upholds/";
            default -> "";
          };
      if (!kind.isEmpty()) {
        for (String target : install.value().split("\\s+")) {
          link(machine, normal + "/" + target + kind + made.unit(), "../" + made.unit(), install);
        }
      } else if (install.name().equals("Alias")) {
        for (String alias : install.value().split("\\s+")) {
          link(machine, normal + "/" + alias, made.unit(), install);
        }
      }
    }
  }

  private static void link(Machine machine, String path, String target, Directive install) {
    var origin =
        SourceText.of(
            path,
            target,
            new dev.dryboot.source.Provenance(
                List.of(
                    new dev.dryboot.source.Provenance.Stretch(
                        0, target.length(), dev.dryboot.source.Origin.written(install.whole())))));
    machine.files().write(path, new FileNode.SymbolicLink(target, origin));
  }
}
