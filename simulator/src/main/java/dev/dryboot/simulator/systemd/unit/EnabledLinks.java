package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which units have links of [Install] below some directories, as they stand at one moment. */
final class EnabledLinks {
  private static final List<String> SUFFIXES = List.of(".wants", ".requires", ".upholds");

  private final Map<String, Set<String>> linked = new LinkedHashMap<>();
  private final Map<String, Set<String>> templates = new LinkedHashMap<>();

  private EnabledLinks() {}

  static EnabledLinks read(VirtualFileSystem files, List<String> directories) {
    EnabledLinks links = new EnabledLinks();
    for (String directory : directories) {
      Set<String> units = new HashSet<>();
      Set<String> templates = new HashSet<>();
      for (String name : files.list(directory)) {
        String at = directory + "/" + name;
        if (SUFFIXES.stream().anyMatch(name::endsWith)) {
          files.list(at).forEach(unit -> add(unit, units, templates));
        } else if (files.getNoFollow(at).orElse(null) instanceof FileNode.SymbolicLink link) {
          addAlias(name, link.target(), units);
        }
      }
      links.linked.put(directory, units);
      links.templates.put(directory, templates);
    }
    return links;
  }

  private static void add(String unit, Set<String> units, Set<String> templates) {
    units.add(unit);
    UnitName.parse(unit).filter(UnitName::isInstance).ifPresent(n -> templates.add(n.template()));
  }

  private static void addAlias(String name, String target, Set<String> units) {
    String unit = target.substring(target.lastIndexOf('/') + 1);
    if (!target.equals("/dev/null") && target.contains("/") && !unit.equals(name)) {
      units.add(unit);
    }
  }

  /** Whether an instance of a template has a link below {@code directory}. */
  boolean hasInstances(String directory, String template) {
    return templates.getOrDefault(directory, Set.of()).contains(template);
  }

  /** Whether {@code unit} itself has a link below {@code directory}. */
  boolean in(String directory, String unit) {
    return linked.getOrDefault(directory, Set.of()).contains(unit);
  }
}
