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
 * "/etc/fstab"}. Copies share their directories until one of them is written to.
 */
public final class FileTree {
  private Entry root;

  /** The mark of the entries that are this tree's alone. */
  private Object own = new Object();

  private FileTree(Entry root) {
    this.root = root;
  }

  public static FileTree empty() {
    return new FileTree(new Entry(new Object(), new FileNode.Directory(), null));
  }

  /** An independent copy. */
  public FileTree copy() {
    own = new Object();
    return new FileTree(root);
  }

  public Optional<FileNode> get(String path) {
    Entry entry = find(path);
    return entry == null ? Optional.empty() : Optional.of(entry.node);
  }

  /** Puts {@code node} at {@code path}, and directories above it where there is nothing. */
  public void put(String path, FileNode node) {
    Entry entry = ownRoot();
    for (String name : names(path)) {
      entry = entry.ownChild(name, own);
    }
    entry.node = node;
  }

  /** Takes away what is at {@code path} and below it. */
  public void remove(String path) {
    int slash = path.lastIndexOf('/');
    if (slash < 0 || find(path) == null) {
      return;
    }
    Entry parent = ownRoot();
    for (String name : names(path.substring(0, slash))) {
      parent = parent.ownChild(name, own);
    }
    parent.children().remove(path.substring(slash + 1));
  }

  private Entry ownRoot() {
    root = root.ownedBy(own);
    return root;
  }

  /** The names right below {@code directory}, sorted; none where there is no directory. */
  public List<String> list(String directory) {
    Entry entry = find(directory);
    return entry == null || entry.children == null
        ? List.of()
        : List.copyOf(entry.children.keySet());
  }

  /** What is right below {@code directory}, by name; nothing where there is no directory. */
  Map<String, FileNode> entries(String directory) {
    Entry entry = find(directory);
    if (entry == null || entry.children == null) {
      return Map.of();
    }
    var entries = new LinkedHashMap<String, FileNode>();
    entry.children.forEach((name, child) -> entries.put(name, child.node));
    return entries;
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
    private final Object owner;
    private FileNode node;
    private @Nullable TreeMap<String, Entry> children;

    Entry(Object owner, FileNode node, @Nullable TreeMap<String, Entry> children) {
      this.owner = owner;
      this.node = node;
      this.children = children;
    }

    TreeMap<String, Entry> children() {
      if (children == null) {
        children = new TreeMap<>();
      }
      return children;
    }

    /** This entry if it is that owner's, else a copy with the same children that is. */
    Entry ownedBy(Object other) {
      return owner == other
          ? this
          : new Entry(other, node, children == null ? null : new TreeMap<>(children));
    }

    /** The entry called {@code name}, a directory where there is none, for its owner to change. */
    Entry ownChild(String name, Object of) {
      Entry there = children().get(name);
      Entry own = there == null ? new Entry(of, new FileNode.Directory(), null) : there.ownedBy(of);
      if (own != there) {
        children().put(name, own);
      }
      return own;
    }
  }
}
