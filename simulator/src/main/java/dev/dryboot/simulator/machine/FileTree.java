package dev.dryboot.simulator.machine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
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
    return new FileTree(Entry.empty(new Object()));
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
    parent.children.remove(path.substring(slash + 1));
  }

  private Entry ownRoot() {
    root = root.ownedBy(own);
    return root;
  }

  /** The names right below {@code directory}, sorted; none where there is no directory. */
  public List<String> list(String directory) {
    Entry entry = find(directory);
    return entry == null ? List.of() : entry.children.names();
  }

  /** Goes through what is right below {@code directory}; nothing where there is no directory. */
  void forEach(String directory, BiConsumer<String, FileNode> action) {
    Entry entry = find(directory);
    if (entry != null) {
      entry.children.forEach((name, child) -> action.accept(name, child.node));
    }
  }

  /** Everything, in the order of the paths' names. */
  public Map<String, FileNode> all() {
    var all = new LinkedHashMap<String, FileNode>();
    collect("", root, all);
    return all;
  }

  private static void collect(String path, Entry entry, Map<String, FileNode> all) {
    all.put(path, entry.node);
    entry.children.forEach((name, child) -> collect(path + "/" + name, child, all));
  }

  private @Nullable Entry find(String path) {
    Entry entry = root;
    for (int from = 1; entry != null && from <= path.length(); ) {
      int end = end(path, from);
      entry = entry.children.get(path, from, end);
      from = end + 1;
    }
    return entry;
  }

  /**
   * Goes along {@code path} to its end, or to the first symbolic link on it.
   *
   * @return what is there: a link wherever there is one, null where there is nothing
   */
  @Nullable FileNode straight(String path) {
    Entry entry = root;
    for (int from = 1; entry != null && from <= path.length(); ) {
      int end = end(path, from);
      entry = entry.children.get(path, from, end);
      if (entry != null && entry.node instanceof FileNode.SymbolicLink) {
        break;
      }
      from = end + 1;
    }
    return entry == null ? null : entry.node;
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
      int end = end(path, from);
      entry = entry.children.get(path, from, end);
      if (entry == null) {
        return -1;
      }
      if (entry.node instanceof FileNode.SymbolicLink && (last || end < path.length())) {
        return end;
      }
      from = end + 1;
    }
    return -1;
  }

  /** Where the name that begins at {@code from} ends. */
  private static int end(String path, int from) {
    int slash = path.indexOf('/', from);
    return slash < 0 ? path.length() : slash;
  }

  private static List<String> names(String path) {
    return path.isEmpty() ? List.of() : List.of(path.substring(1).split("/", -1));
  }

  private static final class Entry {
    private final Object owner;
    private FileNode node;
    private Children children;

    Entry(Object owner, FileNode node, Children children) {
      this.owner = owner;
      this.node = node;
      this.children = children;
    }

    /** This entry if it is that owner's, else a copy with the same children that is. */
    Entry ownedBy(Object other) {
      return owner == other ? this : new Entry(other, node, children.copy());
    }

    /** The entry called {@code name}, a directory where there is none, for its owner to change. */
    Entry ownChild(String name, Object of) {
      Entry there = children.get(name, 0, name.length());
      Entry own = there == null ? empty(of) : there.ownedBy(of);
      if (own != there) {
        if (children == Children.NOTHING) {
          children = new Children();
        }
        children.put(name, own);
      }
      return own;
    }

    static Entry empty(Object owner) {
      return new Entry(owner, new FileNode.Directory(), Children.NOTHING);
    }
  }

  /** What is in a directory, sorted by name. Asked about parts of paths, which need no copies. */
  private static final class Children {
    /** Those of a file, and of a directory that has none yet. Nothing is put into it. */
    static final Children NOTHING = new Children();

    private String[] names = {};
    private Entry[] entries = {};
    private int size;

    Children copy() {
      if (size == 0) {
        return NOTHING;
      }
      Children copy = new Children();
      copy.names = Arrays.copyOf(names, size);
      copy.entries = Arrays.copyOf(entries, size);
      copy.size = size;
      return copy;
    }

    List<String> names() {
      return List.of(Arrays.copyOf(names, size));
    }

    void forEach(BiConsumer<String, Entry> action) {
      for (int i = 0; i < size; i++) {
        action.accept(names[i], entries[i]);
      }
    }

    /** The one whose name stands in {@code path} between {@code from} and {@code to}. */
    @Nullable Entry get(String path, int from, int to) {
      int at = search(path, from, to);
      return at < 0 ? null : entries[at];
    }

    void put(String name, Entry entry) {
      int at = search(name, 0, name.length());
      if (at < 0) {
        at = -at - 1;
        insert(at, name);
      }
      entries[at] = entry;
    }

    private void insert(int at, String name) {
      if (size == names.length) {
        int room = Math.max(4, 2 * size);
        names = Arrays.copyOf(names, room);
        entries = Arrays.copyOf(entries, room);
      }
      System.arraycopy(names, at, names, at + 1, size - at);
      System.arraycopy(entries, at, entries, at + 1, size - at);
      names[at] = name;
      size++;
    }

    void remove(String name) {
      int at = search(name, 0, name.length());
      if (at >= 0) {
        size--;
        names = without(names, at);
        entries = without(entries, at);
      }
    }

    private static <T> T[] without(T[] all, int at) {
      T[] left = Arrays.copyOf(all, all.length - 1);
      System.arraycopy(all, at + 1, left, at, left.length - at);
      return left;
    }

    /** As {@link Arrays#binarySearch}. */
    private int search(String path, int from, int to) {
      int low = 0;
      int high = size - 1;
      while (low <= high) {
        int middle = (low + high) >>> 1;
        int order = compare(names[middle], path, from, to);
        if (order == 0) {
          return middle;
        }
        if (order < 0) {
          low = middle + 1;
        } else {
          high = middle - 1;
        }
      }
      return -low - 1;
    }

    private static int compare(String name, String path, int from, int to) {
      int length = Math.min(name.length(), to - from);
      for (int i = 0; i < length; i++) {
        int order = Character.compare(name.charAt(i), path.charAt(from + i));
        if (order != 0) {
          return order;
        }
      }
      return Integer.compare(name.length(), to - from);
    }
  }
}
