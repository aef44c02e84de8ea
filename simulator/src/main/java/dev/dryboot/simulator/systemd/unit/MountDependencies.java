package dev.dryboot.simulator.systemd.unit;

import static dev.dryboot.simulator.systemd.unit.Dependency.AFTER;
import static dev.dryboot.simulator.systemd.unit.Dependency.BEFORE;
import static dev.dryboot.simulator.systemd.unit.Dependency.BINDS_TO;
import static dev.dryboot.simulator.systemd.unit.Dependency.CONFLICTS;
import static dev.dryboot.simulator.systemd.unit.Dependency.REQUIRES;
import static dev.dryboot.simulator.systemd.unit.Dependency.TRIGGERS;
import static dev.dryboot.simulator.systemd.unit.Dependency.WANTS;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Dependencies of mounts, automounts and swaps, and of units on the mounts of their paths. */
final class MountDependencies {
  private static final Set<String> NETWORK_TYPES =
      Set.of(
          "afs",
          "ceph",
          "cifs",
          "smb3",
          "smbfs",
          "sshfs",
          "ncpfs",
          "ncp",
          "nfs",
          "nfs4",
          "gfs",
          "gfs2",
          "glusterfs",
          "pvfs2",
          "ocfs2",
          "lustre",
          "davfs");
  private final UnitGraph graph;
  private final UnitLoading loading;

  MountDependencies(UnitGraph graph, UnitLoading loading) {
    this.graph = graph;
    this.loading = loading;
  }

  private void link(Unit unit, Dependency dependency, String name) {
    Unit other = graph.reference(name);
    if (other != null) {
      unit.add(dependency, other, DependencyOrigin.DEFAULT);
    }
  }

  /** mount.c: mount_add_default_dependencies, mount_add_device_dependencies. */
  void addOfMount(Unit unit) {
    if (unit.settings().isEmpty()) {
      addOfForeignMount(unit);
      return;
    }
    String what = unit.settings().text("Mount", "What", "");
    String options = "," + unit.settings().text("Mount", "Options", "") + ",";
    addDevice(unit, what);
    if (!unit.traits().defaultDependencies() || unit.id().equals("-.mount")) {
      return;
    }
    boolean network =
        options.contains(",_netdev,")
            || NETWORK_TYPES.contains(unit.settings().text("Mount", "Type", ""));
    boolean noFail = options.contains(",nofail,");
    if (loading.initrd() && isOfSysroot(unit)) {
      boolean root = unit.id().equals("sysroot.mount");
      link(unit, AFTER, "local-fs-pre.target");
      if (!noFail) {
        link(unit, BEFORE, root ? "initrd-root-fs.target" : "initrd-fs.target");
      }
      takenDown(unit);
      return;
    }
    if (network) {
      link(unit, AFTER, "network.target");
      link(unit, AFTER, "network-online.target");
      link(unit, WANTS, "network-online.target");
    }
    link(unit, AFTER, network ? "remote-fs-pre.target" : "local-fs-pre.target");
    if (!noFail) {
      link(unit, BEFORE, network ? "remote-fs.target" : "local-fs.target");
    }
    takenDown(unit);
    if (unit.settings().text("Mount", "Type", "").equals("tmpfs")) {
      link(unit, AFTER, "swap.target");
    }
  }

  /**
   * What is mounted for the real root is no part of the initial RAM disk's own file systems
   * (mount.c: mount_add_default_ordering_dependencies).
   */
  private static boolean isOfSysroot(Unit unit) {
    return unit.id().equals("sysroot.mount") || unit.id().startsWith("sysroot-");
  }

  private void takenDown(Unit unit) {
    link(unit, BEFORE, "umount.target");
    link(unit, CONFLICTS, "umount.target");
  }

  /** A mount that was there already and has no file. */
  private void addOfForeignMount(Unit unit) {
    if (!unit.id().equals("-.mount")) {
      takenDown(unit);
    }
  }

  /** The device that is mounted from, where it is one (unit_add_node_dependency). */
  private void addDevice(Unit unit, String what) {
    String path = devicePath(what);
    if (!path.startsWith("/dev/")) {
      return;
    }
    String device = UnitName.ofPath(path, UnitType.DEVICE);
    boolean bind =
        unit.type() == UnitType.MOUNT
            && unit.settings().text("Mount", "Options", "").contains("x-systemd.device-bound");
    link(unit, bind ? BINDS_TO : REQUIRES, device);
    link(unit, AFTER, device);
  }

  /** fstab_node_to_udev_node(): tags become links under /dev/disk. */
  static String devicePath(String what) {
    for (List<String> tag :
        List.of(
            List.of("LABEL=", "/dev/disk/by-label/"),
            List.of("UUID=", "/dev/disk/by-uuid/"),
            List.of("PARTUUID=", "/dev/disk/by-partuuid/"),
            List.of("PARTLABEL=", "/dev/disk/by-partlabel/"))) {
      if (what.startsWith(tag.get(0))) {
        String value = what.substring(tag.get(0).length());
        return tag.get(1) + (value.startsWith("\"") ? value.replace("\"", "") : value);
      }
    }
    return what;
  }

  /** automount.c: Triggers and Before its mount, and the default dependencies. */
  void addOfAutomount(Unit unit) {
    Unit mount = graph.reference(unit.name().withType(UnitType.MOUNT));
    if (mount != null) {
      unit.add(BEFORE, mount, DependencyOrigin.IMPLICIT);
      unit.add(TRIGGERS, mount, DependencyOrigin.IMPLICIT);
    }
    if (unit.traits().defaultDependencies()) {
      link(unit, BEFORE, "local-fs.target");
      link(unit, AFTER, "local-fs-pre.target");
      takenDown(unit);
    }
  }

  /** swap.c: swap_add_device_dependencies, swap_add_default_dependencies. */
  void addOfSwap(Unit unit) {
    addDevice(unit, unit.settings().text("Swap", "What", unit.name().path()));
    if (unit.traits().defaultDependencies()) {
      link(unit, BEFORE, "swap.target");
      takenDown(unit);
    }
  }

  /** Requires (or wants) and follows the mounts that hold the unit's paths. */
  void addMountsFor(Unit unit) {
    WrittenPaths written = WrittenPaths.of(unit);
    boolean isMount = unit.type() == UnitType.MOUNT || unit.type() == UnitType.AUTOMOUNT;
    if (written.isEmpty() && !isMount) {
      return;
    }
    Specifiers specifiers = Specifiers.of(unit, loading.specifiers());
    List<String> required = new ArrayList<>();
    written.required().forEach(path -> required.add(specifiers.expand(path)));
    if (isMount) {
      addParent(unit, required);
    }
    required.forEach(path -> addPrefixes(unit, path, REQUIRES));
    written.wanted().forEach(path -> addPrefixes(unit, specifiers.expand(path), WANTS));
    if (loading.version().wantsMountsOfOptionalDirectories()) {
      written.optional().forEach(path -> addPrefixes(unit, specifiers.expand(path), WANTS));
    }
  }

  /** A mount needs the mounts its own place lies in, and those of what it binds. */
  private static void addParent(Unit unit, List<String> paths) {
    String where = unit.name().path();
    int slash = where.lastIndexOf('/');
    if (where.length() > 1) {
      paths.add(slash <= 0 ? "/" : where.substring(0, slash));
    }
    String what = unit.settings().text("Mount", "What", "");
    if (what.startsWith("/") && !what.startsWith("/dev/") && !what.startsWith("/sys/")) {
      paths.add(what);
    }
  }

  private void addPrefixes(Unit unit, String path, Dependency requirement) {
    for (String prefix = path; prefix.startsWith("/"); prefix = above(prefix)) {
      addMountAt(unit, prefix, requirement);
      if (prefix.equals("/")) {
        return;
      }
    }
  }

  private static String above(String path) {
    int slash = path.lastIndexOf('/');
    return slash <= 0 ? "/" : path.substring(0, slash);
  }

  private void addMountAt(Unit unit, String where, Dependency requirement) {
    String name = UnitName.ofPath(where, UnitType.MOUNT);
    boolean hasFile = loading.path().entry(name) != null;
    if (!hasFile && !where.equals("/") && !loading.mountPoints().test(where)) {
      return;
    }
    Unit mount = graph.reference(name);
    if (mount == null || mount == unit) {
      return;
    }
    if (hasFile && mount.loadState() == LoadState.STUB) {
      graph.whenLoaded(() -> addMountAt(unit, where, requirement));
      return;
    }
    if (hasFile && !mount.isLoaded()) {
      return;
    }
    unit.add(AFTER, mount, DependencyOrigin.IMPLICIT);
    if (hasFile) {
      unit.add(requirement, mount, DependencyOrigin.IMPLICIT);
    }
  }
}
