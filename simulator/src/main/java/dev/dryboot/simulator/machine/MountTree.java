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
  private final List<Place> all = new ArrayList<>();

  /** Longest path first. */
  private List<Mount> visible = List.of();

  /** A mount, and those that are not seen because of it. */
  private static final class Place {
    final Mount mount;
    final List<Place> hides = new ArrayList<>(0);
    boolean hidden;

    Place(Mount mount) {
      this.mount = mount;
    }
  }

  /** The same mounts of copies of what they hold. */
  MountTree snapshot() {
    MountTree copy = new MountTree();
    all.forEach(p -> copy.add(p.mount.of(p.mount.tree().copy())));
    copy.look();
    return copy;
  }

  void mount(Mount mount) {
    add(mount);
    look();
  }

  private void add(Mount mount) {
    Place added = new Place(mount);
    for (Place place : all) {
      if (!place.hidden && isHidden(place.mount.where(), mount.where())) {
        place.hidden = true;
        added.hides.add(place);
      }
    }
    all.add(added);
  }

  private static boolean isHidden(String where, String by) {
    return where.equals(by) || where.startsWith(by + "/");
  }

  /** Takes away what was mounted last at {@code where}; says whether there was something. */
  boolean unmount(String where) {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).mount.where().equals(where) && !where.equals("/")) {
        remove(all.remove(i));
        look();
        return true;
      }
    }
    return false;
  }

  /** What it hid is seen, or hidden by what hides it. */
  private void remove(Place gone) {
    if (!gone.hidden) {
      gone.hides.forEach(p -> p.hidden = false);
      return;
    }
    for (Place place : all) {
      if (place.hides.remove(gone)) {
        place.hides.addAll(gone.hides);
      }
    }
  }

  private void look() {
    List<Mount> seen = new ArrayList<>(all.size());
    for (Place place : all) {
      if (!place.hidden) {
        seen.add(place.mount);
      }
    }
    seen.sort(Comparator.comparingInt((Mount m) -> m.where().length()).reversed());
    visible = List.copyOf(seen);
  }

  void switchRoot(String newRoot) {
    List<Mount> kept = new ArrayList<>();
    for (Place place : all) {
      Mount m = place.mount;
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
    kept.forEach(this::add);
    look();
  }

  List<Mount> visible() {
    return visible;
  }

  /** Whether something is mounted at {@code where}, seen or not. */
  boolean isMountPoint(String where) {
    return all.stream().anyMatch(p -> p.mount.where().equals(where));
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
