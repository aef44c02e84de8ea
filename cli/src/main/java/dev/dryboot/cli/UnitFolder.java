package dev.dryboot.cli;

import dev.dryboot.foreign.directive.SystemdVersion;
import dev.dryboot.foreign.directive.UnitFileChecker;
import dev.dryboot.foreign.directive.UnitFileKind;
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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    SourceText whole = SourceText.of(folder, "");
    List<String> names;
    try {
      names = names(path);
    } catch (IOException e) {
      return unreadable(whole, FileProblem.of(e));
    } catch (UncheckedIOException e) {
      return unreadable(whole, FileProblem.of(Objects.requireNonNull(e.getCause())));
    }
    for (String name : names.size() > MOST_FILES ? List.<String>of() : names) {
      String file = folder.replaceFirst("/+$", "") + "/" + name;
      if (isMask(path.resolve(name))) {
        units.put(name, SourceText.of(file, ""));
        continue;
      }
      Outcome<SourceText> text = files.open(file);
      text.value().ifPresent(t -> units.put(name, t));
      report = report.and(text.report());
    }
    if (units.isEmpty() && !report.hasErrors()) {
      report = report.and(nothing(whole, names.size()));
    }
    return new Outcome<>(Optional.of(new UnitFolder(units)), report);
  }

  private static Outcome<UnitFolder> unreadable(SourceText folder, String why) {
    return Outcome.failed(
        Report.of(
            Diagnostic.error(
                CommandRules.MISSING, folder.whole(), folder.name() + " cannot be read: " + why)));
  }

  private static Report nothing(SourceText folder, int names) {
    return names > MOST_FILES
        ? Report.of(
            Diagnostic.error(
                CommandRules.TOO_LARGE,
                folder.whole(),
                "%s holds %d units; at most %d are read"
                    .formatted(folder.name(), names, MOST_FILES)))
        : Report.of(
            Diagnostic.error(
                    CommandRules.UNKNOWN_FORM,
                    folder.whole(),
                    "there is no unit in " + folder.name())
                .help("units are files such as web.service or web.container"));
  }

  /** A link to {@code /dev/null} masks a unit: systemd 257, unit_file_exists and load. */
  private static boolean isMask(Path file) {
    try {
      return Files.isSymbolicLink(file)
          && Files.readSymbolicLink(file).equals(Path.of("/dev/null"));
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder, 2)) {
      return all.filter(p -> !Files.isDirectory(p))
          .map(p -> folder.relativize(p).toString().replace('\\', '/'))
          .filter(UnitFolder::isUnit)
          .sorted()
          .toList();
    }
  }

  private static boolean isUnit(String name) {
    if (name.contains("/")) {
      return name.matches("[^/]+\\.d/[^/]+\\.conf");
    }
    String type = name.substring(name.lastIndexOf('.') + 1);
    return UNIT_TYPES.contains(type) || QUADLETS.contains(type);
  }

  /** What the newest systemd says of the files; quadlets are podman's to read. */
  Report check() {
    Report report = Report.EMPTY;
    for (var entry : units.entrySet()) {
      String name = entry.getKey();
      boolean dropIn = name.contains("/");
      String unit = dropIn ? name.substring(0, name.indexOf(".d/")) : name;
      Optional<UnitFileKind> kind =
          unit.endsWith(".network")
              ? Optional.of(UnitFileKind.quadlet("network"))
              : UnitFileKind.ofName(unit);
      if (kind.isPresent() && !entry.getValue().text().isEmpty()) {
        UnitFile file = UnitFileReader.read(entry.getValue());
        report =
            report.and(
                dropIn
                    ? UnitFileChecker.checkDropIn(file, kind.get(), SystemdVersion.V257)
                    : UnitFileChecker.check(file, unit, kind.get(), SystemdVersion.V257));
      }
    }
    return report;
  }

  /** Puts the units into {@code root}, and enables those that say where they belong. */
  void into(FileTree root) {
    var presets = new StringBuilder();
    units.forEach(
        (name, text) -> {
          String unit = name.contains("/") ? name.substring(0, name.indexOf(".d/")) : name;
          boolean quadlet = QUADLETS.contains(unit.substring(unit.lastIndexOf('.') + 1));
          String directory = quadlet ? "/etc/containers/systemd/" : "/etc/systemd/system/";
          root.put(directory + name, node(text));
          if (!quadlet && !name.contains("/")) {
            enable(root, name, text, presets);
          }
        });
    root.put(
        "/etc/systemd/system-preset/00-given.preset",
        new FileNode.Regular(SourceText.of("00-given.preset", presets.toString())));
  }

  /** An empty file masks a unit as a link to {@code /dev/null} does: systemd 257, null_or_empty. */
  private static FileNode node(SourceText text) {
    return text.text().isEmpty()
        ? new FileNode.SymbolicLink("/dev/null", text)
        : new FileNode.Regular(text);
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
