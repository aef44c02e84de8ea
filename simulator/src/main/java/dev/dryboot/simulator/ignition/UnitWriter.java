package dev.dryboot.simulator.ignition;

import dev.dryboot.simulator.config.JoinedText;
import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes units, drop-ins, masks and the preset file (ignition 2.26, stages/files/units.go). */
final class UnitWriter {
  private static final String UNITS = "/etc/systemd/system/";
  private static final String PRESETS = "/etc/systemd/system-preset/20-ignition.preset";

  private final Sysroot sysroot;

  UnitWriter(Sysroot sysroot) {
    this.sysroot = sysroot;
  }

  Optional<String> write(List<IgnitionConfig.Unit> units) {
    for (IgnitionConfig.Unit unit : units) {
      Optional<String> problem = unit(unit);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return presets(units);
  }

  private Optional<String> unit(IgnitionConfig.Unit unit) {
    String name = unit.name().value();
    String path = UNITS + name;
    Optional<String> problem = Optional.empty();
    if (unit.contents().filter(c -> !c.value().isEmpty()).isPresent()) {
      problem = file(path, unit.contents().get());
    }
    for (IgnitionConfig.Dropin dropin : unit.dropins()) {
      if (problem.isEmpty() && dropin.contents().isPresent()) {
        problem = file(path + ".d/" + dropin.name().value(), dropin.contents().get());
      }
    }
    if (problem.isEmpty() && unit.mask().isPresent()) {
      problem = mask(path, unit.mask().get());
    }
    return problem;
  }

  private Optional<String> file(String path, Located<String> contents) {
    if (sysroot.get(path).orElse(null) instanceof FileNode.SymbolicLink) {
      sysroot.remove(path);
    }
    SourceText text = SourceText.decoded(path, contents.at(), contents.value());
    return sysroot.write(path, new FileNode.Regular(text));
  }

  private Optional<String> mask(String path, Located<Boolean> mask) {
    if (mask.value()) {
      sysroot.remove(path);
      return sysroot.write(
          path,
          new FileNode.SymbolicLink("/dev/null", SourceText.decoded(path, mask.at(), "/dev/null")));
    }
    if (sysroot.get(path).orElse(null) instanceof FileNode.SymbolicLink link
        && link.target().equals("/dev/null")) {
      sysroot.remove(path);
    }
    return Optional.empty();
  }

  /** A line of the preset file, which is sorted: instances of one template stand on one line. */
  private record Line(String verb, String unit, List<String> instances, Span at) {
    String text() {
      return verb + " " + unit + (instances.isEmpty() ? "" : " " + String.join(" ", instances));
    }
  }

  private Optional<String> presets(List<IgnitionConfig.Unit> units) {
    Map<String, Line> lines = new TreeMap<>();
    for (IgnitionConfig.Unit unit : units) {
      if (unit.enabled().isEmpty()) {
        continue;
      }
      String verb = unit.enabled().get().value() ? "enable" : "disable";
      String name = unit.name().value();
      int at = name.indexOf('@');
      int dot = name.lastIndexOf('.');
      boolean instance = at > 0 && dot > at + 1;
      String written = instance ? name.substring(0, at + 1) + name.substring(dot) : name;
      Line line =
          lines.computeIfAbsent(
              written + " " + verb,
              k -> new Line(verb, written, new ArrayList<>(), unit.enabled().get().at()));
      if (instance) {
        line.instances().add(name.substring(at + 1, dot));
      }
      if (verb.equals("disable")) {
        removeLinks(name);
      }
    }
    return lines.isEmpty() ? Optional.empty() : writePresets(List.copyOf(lines.values()));
  }

  private Optional<String> writePresets(List<Line> lines) {
    SourceText text = SourceText.of(PRESETS, sysroot.text(PRESETS));
    for (Line line : lines) {
      text =
          JoinedText.of(PRESETS, text, SourceText.decoded(PRESETS, line.at(), line.text() + "\n"));
    }
    return sysroot.write(PRESETS, new FileNode.Regular(text));
  }

  /** A unit that is disabled loses the links that enabled it. */
  private void removeLinks(String unit) {
    for (String directory : sysroot.list(UNITS)) {
      if (directory.endsWith(".wants") || directory.endsWith(".requires")) {
        String link = UNITS + directory + "/" + unit;
        if (sysroot.get(link).isPresent()) {
          sysroot.remove(link);
        }
      }
    }
  }
}
