package dev.dryboot.simulator.ignition;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.Mount;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Mounts the config's file systems below the real root, the outer ones first. */
final class MountStage {
  // mount(8): what every file system takes; the others' options are their own words.
  private static final List<String> GENERAL =
      List.of(
          "async",
          "atime",
          "auto",
          "defaults",
          "dev",
          "diratime",
          "dirsync",
          "discard",
          "exec",
          "lazytime",
          "mand",
          "noatime",
          "noauto",
          "nodev",
          "nodiratime",
          "noexec",
          "nofail",
          "nolazytime",
          "nomand",
          "norelatime",
          "nostrictatime",
          "nosuid",
          "nouser",
          "relatime",
          "remount",
          "ro",
          "rw",
          "strictatime",
          "suid",
          "sync",
          "user",
          "users",
          "_netdev",
          "nodiscard",
          "barrier",
          "nobarrier",
          "acl",
          "noacl",
          "user_xattr",
          "journal_checksum",
          "delalloc",
          "nodelalloc",
          "ssd",
          "nossd",
          "autodefrag",
          "space_cache",
          "datacow",
          "nodatacow",
          "degraded",
          "compress",
          "inode64",
          "inode32",
          "largeio",
          "nolargeio",
          "norecovery",
          "nouuid",
          "prjquota",
          "pquota",
          "uquota",
          "usrquota",
          "gquota",
          "grpquota",
          "quota",
          "noquota",
          "uqnoenforce",
          "gqnoenforce",
          "pqnoenforce",
          "quiet",
          "showexec",
          "sys_immutable",
          "flush",
          "utf8",
          "errors",
          "dax",
          "noload",
          "data");

  private MountStage() {}

  static Optional<String> mount(Machine machine, IgnitionConfig config, String root) {
    Sysroot sysroot = new Sysroot(machine, root);
    for (Storage.Filesystem filesystem : mounted(config)) {
      Optional<String> problem = mount(machine, filesystem, root, sysroot);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private static List<Storage.Filesystem> mounted(IgnitionConfig config) {
    return config.storage().filesystems().stream()
        .filter(f -> f.path().filter(p -> !p.value().isEmpty()).isPresent())
        .filter(
            f -> !List.of("", "none", "swap").contains(f.format().map(Located::value).orElse("")))
        .sorted(Comparator.comparingInt(f -> depth(f.path().get().value())))
        .toList();
  }

  static int depth(String path) {
    return path.equals("/") ? 0 : (int) path.chars().filter(c -> c == '/').count();
  }

  private static Optional<String> mount(
      Machine machine, Storage.Filesystem filesystem, String root, Sysroot sysroot) {
    String path = filesystem.path().get().value();
    String device = filesystem.device().value();
    for (Located<String> option : filesystem.mountOptions()) {
      String word = option.value();
      if (!word.contains("=") && !word.startsWith("x-") && !GENERAL.contains(word)) {
        return Optional.of("mount of %s: the option %s is not known".formatted(path, word));
      }
    }
    String below = path.equals("/") ? "/x" : path + "/x";
    String real = sysroot.path(below);
    if (!real.equals(below)) {
      return Optional.of(
          "the mount point %s leads through a symbolic link, to %s"
              .formatted(path, real.substring(0, real.length() - 2)));
    }
    Optional<BlockDevices.Device> found =
        machine.port(BlockDevices.class).flatMap(d -> d.find(device));
    if (found.isEmpty()) {
      return Optional.of("there is no device %s to mount at %s".formatted(device, path));
    }
    if (sysroot.get(path).isEmpty()) {
      Optional<String> refused = sysroot.write(path, new FileNode.Directory());
      if (refused.isPresent()) {
        return refused;
      }
    }
    FileTree tree =
        found.get().content().map(BlockDevices.FileSystem::tree).orElseGet(FileTree::empty);
    String where = path.equals("/") ? root : root + path;
    machine
        .files()
        .mount(
            new Mount(
                where,
                device,
                filesystem.format().map(Located::value).orElse("auto"),
                false,
                tree));
    machine.publish(new Fact.Mounted(where, device));
    return Optional.empty();
  }

  static Optional<String> unmount(Machine machine, IgnitionConfig config, String root) {
    for (Storage.Filesystem filesystem : mounted(config).reversed()) {
      String where = root + filesystem.path().get().value();
      if (!where.equals(root + "/") && machine.files().unmount(where)) {
        machine.publish(new Fact.Unmounted(where));
      }
    }
    return Optional.empty();
  }
}
