package dev.dryboot.simulator.machine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is mounted, and what of it can be seen: a later mount hides what is mounted at the same
 * place and below it, until it is gone (mount_namespaces(7)). A later root hides nothing: what is
 * mounted moves over to it.
 */
final class MountTree {
  private static final List<String> KERNEL_MOUNTS = List.of("/dev", "/proc", "/sys", "/run");

  /** In the order in which they were mounted. */
  private final List<Mount> all = new ArrayList<>();

  /** Longest path first. */
  private List<Mount> visible = List.of();

  /** The same mounts of copies of what they hold. */
  MountTree snapshot() {
    MountTree copy = new MountTree();
    all.forEach(m -> copy.all.add(m.of(m.tree().copy())));
    copy.look();
    return copy;
  }

  void mount(Mount mount) {
    all.add(mount);
    look();
  }

  /** Takes away what was mounted last at {@code where}; says whether there was something. */
  boolean unmount(String where) {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).where().equals(where) && !where.equals("/")) {
        all.remove(i);
        look();
        return true;
      }
    }
    return false;
  }

  private void look() {
    List<Mount> seen = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!isHidden(i)) {
        seen.add(all.get(i));
      }
    }
    seen.sort(Comparator.comparingInt((Mount m) -> m.where().length()).reversed());
    visible = List.copyOf(seen);
  }

  private boolean isHidden(int i) {
    String where = all.get(i).where();
    for (Mount later : all.subList(i + 1, all.size())) {
      boolean above = where.startsWith(later.where() + "/");
      if (later.where().equals(where) || above) {
        return true;
      }
    }
    return false;
  }

  void switchRoot(String newRoot) {
    List<Mount> kept = new ArrayList<>();
    for (Mount m : all) {
      if (m.where().equals(newRoot)) {
        kept.add(m.at("/"));
      } else if (m.where().startsWith(newRoot + "/")) {
        kept.add(m.at(m.where().substring(newRoot.length())));
      }
    }
    for (Mount m : visible) {
      boolean moves = KERNEL_MOUNTS.stream().anyMatch(k -> (m.where() + "/").startsWith(k + "/"));
      if (moves && kept.stream().noneMatch(k -> k.where().equals(m.where()))) {
        kept.add(m);
      }
    }
    all.clear();
    all.addAll(kept);
    look();
  }

  List<Mount> visible() {
    return visible;
  }

  /** Whether something is mounted at {@code where}, seen or not. */
  boolean isMountPoint(String where) {
    return all.stream().anyMatch(m -> m.where().equals(where));
  }

  /** The mount in which {@code real}, a path without links, lies. */
  Mount holding(String real) {
    for (Mount mount : visible) {
      String where = mount.where();
      if (where.equals("/")
          || real.equals(where)
          || real.length() > where.length()
              && real.startsWith(where)
              && real.charAt(where.length()) == '/') {
        return mount;
      }
    }
    throw new IllegalStateException("no root is mounted");
  }
}
