package dev.dryboot.simulator.machine;

import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * All that is mounted, as a running system sees it: absolute paths, symbolic links followed, the
 * longest mount wins. Writing tells what stood in the way instead of throwing.
 */
public final class VirtualFileSystem {
  private static final int MAX_LINKS = 40;

  private final MountTree mounts;

  private VirtualFileSystem(MountTree mounts) {
    this.mounts = mounts;
  }

  public VirtualFileSystem(FileTree root) {
    this(new MountTree());
    mounts.mount(new Mount("/", "rootfs", "rootfs", false, root));
  }

  /** The same files as they are now, whatever is written or mounted later. */
  public VirtualFileSystem snapshot() {
    return new VirtualFileSystem(mounts.snapshot());
  }

  /** What came of a write. */
  public enum Written {
    DONE(""),
    READ_ONLY("read-only"),
    NOT_A_DIRECTORY("a part of its path is a file"),
    IS_A_DIRECTORY("there is a directory"),
    LINK_LOOP("its links go round in circles");

    private final String reason;

    Written(String reason) {
      this.reason = reason;
    }

    /** Why nothing was written, in words. */
    public String reason() {
      return reason;
    }
  }

  /** Mounts; what is mounted at the same place or below it is not seen any more. */
  public void mount(Mount mount) {
    mounts.mount(mount);
  }

  /** Mounts what is at {@code what}, a directory or a file, at another place too (mount --bind). */
  public boolean bind(String what, String where, boolean readOnly) {
    Optional<String> real = real(what).filter(this::exists);
    if (real.isEmpty()) {
      return false;
    }
    Mount of = holding(real.get());
    String root = of.inside(real.get());
    mount(new Mount(where, what, "bind", readOnly || of.readOnly(), of.tree(), root));
    return true;
  }

  /** Takes away what is mounted at {@code where}; says whether there was something. */
  public boolean unmount(String where) {
    return mounts.unmount(where);
  }

  /**
   * Makes {@code newRoot} the root: what is mounted there and below moves up, {@code /dev}, {@code
   * /proc}, {@code /sys} and {@code /run} move over, all else is gone.
   */
  public void switchRoot(String newRoot) {
    mounts.switchRoot(newRoot);
  }

  /** What is mounted and can be seen, longest path first. */
  public List<Mount> mounts() {
    return mounts.visible();
  }

  /** The mount that holds {@code path} (links followed). */
  public Mount mountOf(String path) {
    return holding(real(path).orElse(normal(path)));
  }

  /** Whether something is mounted at {@code path}, seen or not. */
  public boolean isMountPoint(String path) {
    return mounts.isMountPoint(normal(path));
  }

  /** What is at {@code path}, with links followed. */
  public Optional<FileNode> get(String path) {
    String plain = normal(path);
    Mount mount = holding(plain);
    if (mount.where().lastIndexOf('/') == 0) { // no link leads to it
      FileNode node = mount.tree().straight(mount.inside(plain));
      if (!(node instanceof FileNode.SymbolicLink)) {
        return Optional.ofNullable(node);
      }
    }
    return resolve(plain, true).flatMap(this::at);
  }

  /** What is at {@code path} itself: a link is not followed at the end. */
  public Optional<FileNode> getNoFollow(String path) {
    return realParent(path).flatMap(this::at);
  }

  public boolean exists(String path) {
    return get(path).isPresent();
  }

  public boolean isDirectory(String path) {
    return get(path).filter(FileNode.Directory.class::isInstance).isPresent();
  }

  /** The text of the file at {@code path}. */
  public Optional<SourceText> read(String path) {
    return get(path)
        .flatMap(
            n -> n instanceof FileNode.Regular r ? Optional.of(r.content()) : Optional.empty());
  }

  /** The names in the directory at {@code path}, sorted; none where it is no directory. */
  public List<String> list(String path) {
    Optional<String> real = real(path);
    if (real.isEmpty()) {
      return List.of();
    }
    Mount mount = holding(real.get());
    return mount.tree().list(mount.inside(real.get()));
  }

  /** Goes through the directory at {@code path} by name; nothing where it is no directory. */
  public void forEach(String path, BiConsumer<String, FileNode> action) {
    Optional<String> real = real(path);
    if (real.isPresent()) {
      Mount mount = holding(real.get());
      mount.tree().forEach(mount.inside(real.get()), action);
    }
  }

  /** Puts {@code node} at {@code path}, over what is there, with the directories above it. */
  public Written write(String path, FileNode node) {
    Optional<String> real = realParent(path);
    if (real.isEmpty()) {
      return Written.LINK_LOOP;
    }
    String target = real.get();
    for (int slash = target.indexOf('/', 1); slash > 0; slash = target.indexOf('/', slash + 1)) {
      Optional<FileNode> above = at(target.substring(0, slash));
      if (above.isPresent() && !(above.get() instanceof FileNode.Directory)) {
        return Written.NOT_A_DIRECTORY;
      }
    }
    Mount mount = holding(target);
    if (mount.readOnly()) {
      return Written.READ_ONLY;
    }
    boolean directoryThere = at(target).filter(FileNode.Directory.class::isInstance).isPresent();
    if (directoryThere && !(node instanceof FileNode.Directory)) {
      return Written.IS_A_DIRECTORY;
    }
    mount.tree().put(mount.inside(target), node);
    return Written.DONE;
  }

  /** Takes away what is at {@code path} itself and below it. */
  public Written remove(String path) {
    Optional<String> real = realParent(path);
    if (real.isEmpty()) {
      return Written.LINK_LOOP;
    }
    Mount mount = holding(real.get());
    if (mount.readOnly()) {
      return Written.READ_ONLY;
    }
    mount.tree().remove(mount.inside(real.get()));
    return Written.DONE;
  }

  /**
   * {@code path} with every link followed; empty where links go round, not where nothing is there.
   */
  public Optional<String> real(String path) {
    return resolve(normal(path), true);
  }

  private Optional<String> realParent(String path) {
    return resolve(normal(path), false);
  }

  private Optional<String> resolve(String path, boolean last) {
    String current = path;
    for (int links = 0; links <= MAX_LINKS; links++) {
      int end = firstLink(current, last);
      if (end < 0) {
        return Optional.of(current);
      }
      current = throughLink(current, end);
    }
    return Optional.empty();
  }

  /** Where the first link on {@code path} ends; -1 where there is none. */
  private int firstLink(String path, boolean last) {
    if (path.equals("/")) {
      return -1;
    }
    Mount mount = holding(path);
    if (mount.where().equals("/") && mount.root().isEmpty()) {
      return mount.tree().firstLink(path, last); // and so does the root hold all above it
    }
    for (int slash = path.indexOf('/', 1); ; slash = path.indexOf('/', slash + 1)) {
      int end = slash < 0 ? path.length() : slash;
      if (slash < 0 && !last) {
        return -1;
      }
      if (at(path.substring(0, end)).orElse(null) instanceof FileNode.SymbolicLink) {
        return end;
      }
      if (slash < 0) {
        return -1;
      }
    }
  }

  /** {@code path} with the link that ends at {@code end} replaced by its target. */
  private String throughLink(String path, int end) {
    String part = path.substring(0, end);
    FileNode.SymbolicLink link = (FileNode.SymbolicLink) at(part).orElseThrow();
    String above = part.substring(0, part.lastIndexOf('/') + 1);
    String target = link.target().startsWith("/") ? link.target() : above + link.target();
    return normal(target + path.substring(end));
  }

  private Optional<FileNode> at(String real) {
    Mount mount = holding(real);
    return mount.tree().get(mount.inside(real));
  }

  private Mount holding(String real) {
    return mounts.holding(real);
  }

  /** An absolute path without empty parts, {@code .} and {@code ..}. */
  public static String normal(String path) {
    if (path.startsWith("/")
        && !path.contains("//")
        && !path.contains("/.")
        && (path.length() == 1 || !path.endsWith("/"))) {
      return path;
    }
    var parts = new ArrayList<String>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        if (!parts.isEmpty()) {
          parts.removeLast();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return "/" + String.join("/", parts);
  }
}
