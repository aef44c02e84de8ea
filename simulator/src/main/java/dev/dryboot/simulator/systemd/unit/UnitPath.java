package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.ArrayList;
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

  private final VirtualFileSystem files;
  private final List<String> directories;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, List<String>> attached = new LinkedHashMap<>();
  private final Map<String, List<String>> aliases = new LinkedHashMap<>();

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
    for (String name : files.list(directory)) {
      if (name.endsWith(".d")
          || name.endsWith(".wants")
          || name.endsWith(".requires")
          || name.endsWith(".upholds")) {
        attached.computeIfAbsent(name, n -> new ArrayList<>(1)).add(directory + "/" + name);
      } else if (!entries.containsKey(name) && UnitName.parse(name).isPresent()) {
        Entry entry = entry(directory + "/" + name, name);
        if (entry != null) {
          entries.put(name, entry);
        }
      }
    }
  }

  private @Nullable Entry entry(String path, String name) {
    FileNode node = files.getNoFollow(path).orElse(null);
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

  /** Drop-ins in the order they apply: by file name; of equal names the earliest directory wins. */
  public List<Fragment> dropIns(UnitName name, Set<String> names, UnitFileCache cache) {
    TreeMap<String, Fragment> found = new TreeMap<>();
    for (String each : names) {
      UnitName.parse(each).ifPresent(n -> collectDropIns(n, found, cache));
    }
    addDropIns(name.type().word() + ".d", found, cache);
    return List.copyOf(found.values());
  }

  private void collectDropIns(UnitName name, Map<String, Fragment> found, UnitFileCache cache) {
    for (String dropInName : attachedNames(name)) {
      addDropIns(dropInName + ".d", found, cache);
    }
  }

  /** Where drop-ins and links of a unit may be: its name, its template, and shortened prefixes. */
  private static List<String> attachedNames(UnitName name) {
    List<String> names = new ArrayList<>();
    names.add(name.text());
    if (name.isInstance()) {
      names.add(name.template());
    }
    String prefix = name.prefix();
    String rest = name.instance().map(i -> "@").orElse("") + name.type().suffix();
    for (int dash = prefix.lastIndexOf('-'); dash > 0; dash = prefix.lastIndexOf('-')) {
      String shortened = prefix.substring(0, dash);
      if (name.isInstance()) {
        names.add(shortened + "-@" + name.instance().orElse("") + name.type().suffix());
      }
      names.add(shortened + "-" + rest);
      prefix = shortened;
    }
    return names;
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

  /** The links in {@code NAME.wants/} and the like, of all names of a unit. */
  public List<Link> links(UnitName name, Set<String> names, String suffix) {
    List<Link> links = new ArrayList<>(0);
    Set<String> seen = new LinkedHashSet<>();
    for (String each : names) {
      UnitName parsed = UnitName.parse(each).orElse(name);
      for (String owner : attachedNames(parsed)) {
        for (String directory : attached.getOrDefault(owner + suffix, List.of())) {
          for (String unit : files.list(directory)) {
            if (UnitType.of(unit).isPresent() && seen.add(unit)) {
              links.add(link(directory + "/" + unit, unit));
            }
          }
        }
      }
    }
    return links;
  }

  private Link link(String path, String unit) {
    FileNode node = files.getNoFollow(path).orElse(null);
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
