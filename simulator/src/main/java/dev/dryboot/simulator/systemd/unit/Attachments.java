package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The directories on the unit search path that say more about a unit: drop-ins in {@code NAME.d/},
 * links in {@code NAME.wants/}, {@code .requires/} and {@code .upholds/} (systemd's dropin.c).
 */
final class Attachments {
  private static final List<String> SUFFIXES = List.of(".d", ".wants", ".requires", ".upholds");

  private final VirtualFileSystem files;
  private final Map<String, List<String>> directories = new LinkedHashMap<>();
  private final Set<String> owners = new HashSet<>();
  private boolean ownersOfPrefixes;

  Attachments(VirtualFileSystem files) {
    this.files = files;
  }

  /** Takes in {@code path}, called {@code name}, where it is such a directory; says whether. */
  boolean add(String name, String path) {
    String suffix = suffix(name);
    if (suffix == null) {
      return false;
    }
    directories.computeIfAbsent(name, n -> new ArrayList<>(1)).add(path);
    addOwner(name.substring(0, name.length() - suffix.length()));
    return true;
  }

  private static @Nullable String suffix(String name) {
    for (String suffix : SUFFIXES) {
      if (name.endsWith(suffix)) {
        return suffix;
      }
    }
    return null;
  }

  private void addOwner(String owner) {
    owners.add(owner);
    ownersOfPrefixes |= owner.contains("-.") || owner.contains("-@");
  }

  /**
   * The names under which there is more about a unit: of its own ones, those of its templates, and
   * shortened prefixes, the ones that have directories.
   */
  List<String> of(Unit unit) {
    List<String> names = new ArrayList<>(0);
    if (unit.names().size() == 1) {
      addOwners(unit.name(), names);
    } else {
      for (String each : unit.names()) {
        addOwners(UnitName.parse(each).orElse(unit.name()), names);
      }
    }
    return names;
  }

  /** The same for a unit that is not loaded, and whose other names do not matter. */
  List<String> of(UnitName name) {
    List<String> names = new ArrayList<>(0);
    addOwners(name, names);
    return names;
  }

  private void addOwners(UnitName name, List<String> names) {
    addIfOwner(name.text(), names);
    if (name.isInstance()) {
      addIfOwner(name.template(), names);
    }
    if (!ownersOfPrefixes) {
      return;
    }
    String prefix = name.prefix();
    String rest = name.instance().map(i -> "@").orElse("") + name.type().suffix();
    for (int dash = prefix.lastIndexOf('-'); dash > 0; dash = prefix.lastIndexOf('-')) {
      String shortened = prefix.substring(0, dash);
      if (name.isInstance()) {
        addIfOwner(shortened + "-@" + name.instance().orElse("") + name.type().suffix(), names);
      }
      addIfOwner(shortened + "-" + rest, names);
      prefix = shortened;
    }
  }

  private void addIfOwner(String name, List<String> names) {
    if (owners.contains(name)) {
      names.add(name);
    }
  }

  /**
   * Drop-ins in the order they apply: by file name; of equal names the earliest directory wins.
   *
   * @param names of {@link #of}
   */
  List<Fragment> dropIns(UnitType type, List<String> names, UnitFileCache cache) {
    if (names.isEmpty() && !owners.contains(type.word())) {
      return List.of();
    }
    TreeMap<String, Fragment> found = new TreeMap<>();
    for (String name : names) {
      addDropIns(name + ".d", found, cache);
    }
    addDropIns(type.word() + ".d", found, cache);
    return List.copyOf(found.values());
  }

  private void addDropIns(String directoryName, Map<String, Fragment> found, UnitFileCache cache) {
    for (String directory : directories.getOrDefault(directoryName, List.of())) {
      for (String file : files.list(directory)) {
        if (!file.endsWith(".conf") || found.containsKey(file)) {
          continue;
        }
        String path = directory + "/" + file;
        SourceText text = files.read(path).orElse(null);
        if (text == null) {
          boolean masks = files.real(path).orElse("").equals("/dev/null");
          if (!masks) {
            continue;
          }
          text = SourceText.of(path, "");
        }
        found.put(file, new Fragment(path, cache.read(text), true));
      }
    }
  }

  /**
   * A link in a {@code .wants/} directory.
   *
   * @param unit the unit it names
   * @param target what it points to
   * @param span the text that asked for it
   */
  public record Link(String unit, String target, Optional<Span> span) {}

  /** The links in {@code NAME.wants/} and the like, of all of {@link #of}. */
  List<Link> links(List<String> names, String suffix) {
    List<String> places = new ArrayList<>(0);
    names.forEach(name -> places.addAll(directories.getOrDefault(name + suffix, List.of())));
    List<Link> links = new ArrayList<>(0);
    Set<String> seen = new HashSet<>(0);
    for (String directory : places) {
      files.forEach(
          directory,
          (unit, node) -> {
            if (UnitType.of(unit).isPresent() && (places.size() == 1 || seen.add(unit))) {
              links.add(link(directory + "/" + unit, unit, node));
            }
          });
    }
    return links;
  }

  private static Link link(String path, String unit, FileNode node) {
    if (node instanceof FileNode.SymbolicLink link) {
      return new Link(unit, link.target(), Optional.of(link.origin().whole()));
    }
    Optional<Span> span =
        node instanceof FileNode.Regular regular
            ? Optional.of(regular.content().whole())
            : Optional.empty();
    return new Link(unit, path, span);
  }
}
