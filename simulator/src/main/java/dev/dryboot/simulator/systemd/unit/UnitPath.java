package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The manager's unit search path as it stands on the file system: which file a name leads to, and
 * which drop-ins and links belong to it (systemd's unit-file.c: unit_file_build_name_map, and
 * dropin.c). A snapshot, taken again by {@code daemon-reload}.
 */
public final class UnitPath {
  /** The system manager's path, first wins (path-lookup.c). */
  public static final List<String> SYSTEM =
      List.of(
          "/etc/systemd/system.control",
          "/run/systemd/system.control",
          "/run/systemd/transient",
          "/run/systemd/generator.early",
          "/etc/systemd/system",
          "/etc/systemd/system.attached",
          "/run/systemd/system",
          "/run/systemd/system.attached",
          "/run/systemd/generator",
          "/usr/local/lib/systemd/system",
          "/usr/lib/systemd/system",
          "/lib/systemd/system",
          "/run/systemd/generator.late");

  private static final int MAX_LINKS = 16;
  private static final List<String> ATTACHED = List.of(".d", ".wants", ".requires", ".upholds");

  private final VirtualFileSystem files;
  private final List<String> directories;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, List<String>> attached = new LinkedHashMap<>();
  private final Map<String, List<String>> aliases = new LinkedHashMap<>();
  private final Set<String> owners = new HashSet<>();
  private boolean ownersOfPrefixes;

  /**
   * What a name leads to.
   *
   * @param path the file, or the link that masks it
   * @param target for a link: the name of the unit it leads to
   * @param masked whether it is a link to {@code /dev/null} or an empty file
   * @param text the file's text
   */
  public record Entry(
      String path, Optional<String> target, boolean masked, @Nullable SourceText text) {}

  public UnitPath(VirtualFileSystem files, List<String> directories) {
    this.files = files;
    this.directories = distinct(files, directories);
    for (String directory : this.directories) {
      scan(directory);
    }
    entries.forEach(
        (name, entry) ->
            entry
                .target()
                .ifPresent(t -> aliases.computeIfAbsent(t, k -> new ArrayList<>(1)).add(name)));
  }

  /** Directories that are one and the same (merged /usr) count once. */
  private static List<String> distinct(VirtualFileSystem files, List<String> directories) {
    Set<String> seen = new LinkedHashSet<>();
    List<String> kept = new ArrayList<>();
    for (String directory : directories) {
      if (files.isDirectory(directory) && seen.add(files.real(directory).orElse(directory))) {
        kept.add(directory);
      }
    }
    return List.copyOf(kept);
  }

  private void scan(String directory) {
    files
        .entries(directory)
        .forEach(
            (name, node) -> {
              String path = directory + "/" + name;
              String suffix = attachedSuffix(name);
              if (suffix != null) {
                attached.computeIfAbsent(name, n -> new ArrayList<>(1)).add(path);
                addOwner(name.substring(0, name.length() - suffix.length()));
              } else if (!entries.containsKey(name) && UnitName.parse(name).isPresent()) {
                Entry entry = entry(path, name, node);
                if (entry != null) {
                  entries.put(name, entry);
                }
              }
            });
  }

  private static @Nullable String attachedSuffix(String name) {
    for (String suffix : ATTACHED) {
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

  private @Nullable Entry entry(String path, String name, FileNode node) {
    if (node instanceof FileNode.Regular regular) {
      boolean empty = regular.content().text().isEmpty();
      return new Entry(path, Optional.empty(), empty, regular.content());
    }
    if (!(node instanceof FileNode.SymbolicLink link)) {
      return null;
    }
    if (files.real(path).orElse("").equals("/dev/null")) {
      return new Entry(path, Optional.empty(), true, null);
    }
    String target = link.target().substring(link.target().lastIndexOf('/') + 1);
    SourceText text = files.read(path).orElse(null);
    if (!target.equals(name) && UnitName.parse(target).isPresent()) {
      return new Entry(path, Optional.of(target), false, text);
    }
    return text == null ? null : new Entry(path, Optional.empty(), text.text().isEmpty(), text);
  }

  /** A file that came or went after the snapshot was taken: that of a transient unit. */
  public void lookAgain(String directory, String name) {
    FileNode node = files.getNoFollow(directory + name).orElse(null);
    Entry entry = node == null ? null : entry(directory + name, name, node);
    if (entry == null) {
      entries.remove(name);
    } else {
      entries.put(name, entry);
    }
  }

  public List<String> directories() {
    return directories;
  }

  /** Every unit file and alias, by name. */
  public Map<String, Entry> entries() {
    return java.util.Collections.unmodifiableMap(entries);
  }

  /** The file for {@code name} itself; not that of its template. */
  public @Nullable Entry entry(String name) {
    return entries.get(name);
  }

  /** The name that an alias stands for in the end; {@code name} itself where it is none. */
  public String canonical(String name) {
    String current = name;
    for (int links = 0; links < MAX_LINKS; links++) {
      Entry entry = entries.get(current);
      if (entry != null && entry.target().isPresent()) {
        current = withInstance(current, entry.target().get());
        continue;
      }
      UnitName parsed = entry == null ? UnitName.parse(current).orElse(null) : null;
      Entry template =
          parsed != null && parsed.isInstance() ? entries.get(parsed.template()) : null;
      if (template == null || template.target().isEmpty()) {
        return current;
      }
      current = withInstance(current, template.target().get());
    }
    return current;
  }

  private static String withInstance(String name, String target) {
    Optional<UnitName> to = UnitName.parse(target).filter(UnitName::isTemplate);
    Optional<String> instance = UnitName.parse(name).flatMap(UnitName::instance);
    return to.isPresent() && instance.isPresent() ? to.get().instantiate(instance.get()) : target;
  }

  /** The names of links that lead to {@code name}. */
  public List<String> aliases(String name) {
    return aliases.getOrDefault(name, List.of());
  }

  /** The file that {@code name} is loaded from: its own or its template's. */
  public @Nullable Entry fragment(UnitName name) {
    Entry own = entries.get(name.text());
    return own == null && name.isInstance() ? entries.get(name.template()) : own;
  }

  /**
   * Where drop-ins and links of a unit may be, of those names that have any: its names, their
   * templates, and shortened prefixes.
   */
  List<String> attachedNames(Unit unit) {
    List<String> names = new ArrayList<>(0);
    if (unit.names().size() == 1) {
      addAttachedNames(unit.name(), names);
    } else {
      for (String each : unit.names()) {
        addAttachedNames(UnitName.parse(each).orElse(unit.name()), names);
      }
    }
    return names;
  }

  private void addAttachedNames(UnitName name, List<String> names) {
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
   * @param names of {@link #attachedNames}
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
    for (String directory : attached.getOrDefault(directoryName, List.of())) {
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

  /** The links in {@code NAME.wants/} and the like, of all of {@link #attachedNames}. */
  List<Link> links(List<String> names, String suffix) {
    if (names.isEmpty()) {
      return List.of();
    }
    Map<String, Link> links = new LinkedHashMap<>();
    for (String name : names) {
      for (String directory : attached.getOrDefault(name + suffix, List.of())) {
        files
            .entries(directory)
            .forEach(
                (unit, node) -> {
                  if (!links.containsKey(unit) && UnitType.of(unit).isPresent()) {
                    links.put(unit, link(directory + "/" + unit, unit, node));
                  }
                });
      }
    }
    return List.copyOf(links.values());
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
