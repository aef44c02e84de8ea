package dev.dryboot.cli;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.unitfile.UnitFile;
import dev.dryboot.foreign.unitfile.UnitFileReader;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder of units, drop-ins and quadlets, as an administrator would copy them to {@code
 * /etc/systemd/system} and enable all that can be.
 *
 * @param units by their path below the folder
 */
record UnitFolder(Map<String, SourceText> units) {
  private static final int MOST_FILES = 2000;
  private static final List<String> UNIT_TYPES =
      List.of(
          "service",
          "socket",
          "target",
          "timer",
          "path",
          "mount",
          "automount",
          "swap",
          "slice",
          "device");
  private static final List<String> QUADLETS =
      List.of("container", "volume", "network", "pod", "kube", "image", "build");

  UnitFolder {
    units = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(units));
  }

  /** Reads the files of {@code folder} that are units. */
  static Outcome<UnitFolder> read(ProjectFiles files, String folder, Path path) {
    Map<String, SourceText> units = new LinkedHashMap<>();
    Report report = Report.EMPTY;
    for (String name : names(path)) {
      String file = folder.replaceFirst("/+$", "") + "/" + name;
      Outcome<SourceText> text = files.open(file);
      text.value().ifPresent(t -> units.put(name, t));
      report = report.and(text.report());
    }
    if (units.isEmpty() && !report.hasErrors()) {
      SourceText empty = SourceText.of(folder, "");
      report =
          Report.of(
              Diagnostic.error(
                      CommandRules.UNKNOWN_FORM, empty.whole(), "there is no unit in " + folder)
                  .help("units are files such as web.service or web.container"));
    }
    return new Outcome<>(java.util.Optional.of(new UnitFolder(units)), report);
  }

  private static List<String> names(Path folder) {
    List<String> names = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder, 2)) {
      all.filter(Files::isRegularFile)
          .map(p -> folder.relativize(p).toString().replace('\\', '/'))
          .filter(UnitFolder::isUnit)
          .sorted()
          .limit(MOST_FILES)
          .forEach(names::add);
    } catch (IOException e) {
      // What cannot be listed has no units; that is said by the caller.
    }
    return names;
  }

  private static boolean isUnit(String name) {
    if (name.contains("/")) {
      return name.matches("[^/]+\\.d/[^/]+\\.conf");
    }
    String type = name.substring(name.lastIndexOf('.') + 1);
    return UNIT_TYPES.contains(type) || QUADLETS.contains(type);
  }

  /** Puts the units into {@code root}, and enables those that say where they belong. */
  void into(FileTree root) {
    var presets = new StringBuilder();
    units.forEach(
        (name, text) -> {
          String unit = name.contains("/") ? name.substring(0, name.indexOf(".d/")) : name;
          boolean quadlet = QUADLETS.contains(unit.substring(unit.lastIndexOf('.') + 1));
          String directory = quadlet ? "/etc/containers/systemd/" : "/etc/systemd/system/";
          root.put(directory + name, new FileNode.Regular(text));
          if (!quadlet && !name.contains("/")) {
            enable(root, name, text, presets);
          }
        });
    root.put(
        "/etc/systemd/system-preset/00-given.preset",
        new FileNode.Regular(SourceText.of("00-given.preset", presets.toString())));
  }

  private static void enable(FileTree root, String name, SourceText text, StringBuilder presets) {
    UnitFile file = UnitFileReader.read(text);
    boolean template = name.contains("@.");
    for (Directive directive : file.directives("Install")) {
      String links =
          switch (directive.name()) {
            case "WantedBy" -> ".wants/";
            case "RequiredBy" -> ".requires/";
            case "UpheldBy" -> ".upholds/";
            default -> "";
          };
      for (String target : directive.value().strip().split("\\s+")) {
        if (!links.isEmpty() && !target.isEmpty() && !template && !target.contains("%")) {
          link(root, "/etc/systemd/system/" + target + links + name, name, text);
        } else if (directive.name().equals("Alias")
            && target.contains(".")
            && !target.contains("%")) {
          link(root, "/etc/systemd/system/" + target, name, text);
        }
      }
    }
    if (file.hasSection("Install") && !template) {
      presets.append("enable ").append(name).append('\n');
    }
  }

  private static void link(FileTree root, String path, String unit, SourceText text) {
    root.put(path, new FileNode.SymbolicLink("/etc/systemd/system/" + unit, text));
  }
}
