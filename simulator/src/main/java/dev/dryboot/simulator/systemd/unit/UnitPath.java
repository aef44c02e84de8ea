package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The manager's unit search path as it stands on the file system: which file a name leads to
 * (systemd's unit-file.c: unit_file_build_name_map). A snapshot, taken again by {@code
 * daemon-reload}, and when a unit is loaded after a file has come, gone or changed.
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
  private final List<String> asked;
  private List<String> directories = List.of();
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private Attachments attachments;
  private final Map<String, List<String>> aliases = new LinkedHashMap<>();
  private boolean outdated;

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
    this.asked = List.copyOf(directories);
    this.attachments = new Attachments(files);
    look();
  }

  private void look() {
    directories = distinct(files, asked);
    attachments = new Attachments(files);
    entries.clear();
    aliases.clear();
    directories.forEach(this::scan);
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
    files.forEach(
        directory,
        (name, node) -> {
          String path = directory + "/" + name;
          if (!attachments.add(name, path)
              && !entries.containsKey(name)
              && UnitName.parse(name).isPresent()) {
            Entry entry = entry(path, name, node);
            if (entry != null) {
              entries.put(name, entry);
            }
          }
        });
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

  /**
   * Where a unit's file lies: beside the search path where {@code systemctl link} brought it in.
   */
  String source(Entry entry) {
    return files.getNoFollow(entry.path()).orElse(null) instanceof FileNode.SymbolicLink link
            && link.target().startsWith("/")
            && directories.stream().noneMatch(d -> link.target().startsWith(d + "/"))
        ? link.target()
        : entry.path();
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

  /** Something has happened to a file. */
  public void fileChanged(String path) {
    outdated |= asked.stream().anyMatch(directory -> path.startsWith(directory + "/"));
  }

  private void lookWhereOutdated() {
    if (outdated) {
      outdated = false;
      look();
    }
  }

  public List<String> directories() {
    return directories;
  }

  /** Drop-ins and links. */
  Attachments attachments() {
    return attachments;
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
    lookWhereOutdated();
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
    lookWhereOutdated();
    Entry own = entries.get(name.text());
    return own == null && name.isInstance() ? entries.get(name.template()) : own;
  }
}
