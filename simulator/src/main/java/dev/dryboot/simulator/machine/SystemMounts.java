package dev.dryboot.simulator.machine;

import java.util.List;

/** The port that says which mounts make up the installed system; the first one is its root. */
public record SystemMounts(List<Mount> mounts) {
  public SystemMounts {
    mounts = List.copyOf(mounts);
  }

  /**
   * Mounts the whole system below {@code where}, as an initial RAM disk does at {@code /sysroot}.
   */
  public void mountBelow(String where, VirtualFileSystem files) {
    for (Mount mount : mounts) {
      files.mount(mount.at(mount.where().equals("/") ? where : where + mount.where()));
    }
  }
}
