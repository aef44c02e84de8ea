package dev.dryboot.simulator.machine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The contents of one file system. It outlives a boot: what is written stays. Paths here begin at
 * the file system's own root: {@code ""} is the root itself, then {@code "/etc"}, {@code
 * "/etc/fstab"}.
 */
public final class FileTree {
  private final Entry root;

  private FileTree(Entry root) {
    this.root = root;
  }

  public static FileTree empty() {
    return new FileTree(new Entry(new FileNode.Directory()));
  }

  /** An independent copy. */
  public FileTree copy() {
    return new FileTree(root.copy());
  }

  public Optional<FileNode> get(String path) {
    Entry entry = find(path);
    return entry == null ? Optional.empty() : Optional.of(entry.node);
  }

  /** Puts {@code node} at {@code path}, and directories above it where there is nothing. */
  public void put(String path, FileNode node) {
    Entry entry = root;
    for (String name : names(path)) {
      entry = entry.children().computeIfAbsent(name, n -> new Entry(new FileNode.Directory()));
    }
    entry.node = node;
  }

  /** Takes away what is at {@code path} and below it. */
  public void remove(String path) {
    int slash = path.lastIndexOf('/');
    Entry parent = slash < 0 ? null : find(path.substring(0, slash));
    if (parent != null && parent.children != null) {
      parent.children.remove(path.substring(slash + 1));
    }
  }

  /** The names right below {@code directory}, sorted; none where there is no directory. */
  public List<String> list(String directory) {
    Entry entry = find(directory);
    return entry == null || entry.children == null
        ? List.of()
        : List.copyOf(entry.children.keySet());
  }

  /** Everything, in the order of the paths' names. */
  public Map<String, FileNode> all() {
    var all = new LinkedHashMap<String, FileNode>();
    collect("", root, all);
    return all;
  }

  private static void collect(String path, Entry entry, Map<String, FileNode> all) {
    all.put(path, entry.node);
    if (entry.children != null) {
      entry.children.forEach((name, child) -> collect(path + "/" + name, child, all));
    }
  }

  private @Nullable Entry find(String path) {
    Entry entry = root;
    for (int from = 1; from <= path.length(); ) {
      if (entry.children == null) {
        return null;
      }
      int slash = path.indexOf('/', from);
      int end = slash < 0 ? path.length() : slash;
      entry = entry.children.get(path.substring(from, end));
      if (entry == null) {
        return null;
      }
      from = end + 1;
    }
    return entry;
  }

  /**
   * Goes along {@code path} to the first symbolic link on it.
   *
   * @param last whether a link at the very end counts
   * @return the length of the part of {@code path} that is the link; -1 where there is none
   */
  int firstLink(String path, boolean last) {
    Entry entry = root;
    for (int from = 1; from <= path.length(); ) {
      if (entry.children == null) {
        return -1;
      }
      int slash = path.indexOf('/', from);
      int end = slash < 0 ? path.length() : slash;
      entry = entry.children.get(path.substring(from, end));
      if (entry == null) {
        return -1;
      }
      if (entry.node instanceof FileNode.SymbolicLink && (last || slash >= 0)) {
        return end;
      }
      from = end + 1;
    }
    return -1;
  }

  private static List<String> names(String path) {
    return path.isEmpty() ? List.of() : List.of(path.substring(1).split("/", -1));
  }

  private static final class Entry {
    private FileNode node;
    private @Nullable TreeMap<String, Entry> children;

    Entry(FileNode node) {
      this.node = node;
    }

    TreeMap<String, Entry> children() {
      if (children == null) {
        children = new TreeMap<>();
      }
      return children;
    }

    Entry copy() {
      Entry copy = new Entry(node);
      if (children != null) {
        var copies = copy.children();
        children.forEach((name, child) -> copies.put(name, child.copy()));
      }
      return copy;
    }
  }
}
