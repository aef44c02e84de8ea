package dev.dryboot.simulator.machine;

/**
 * A mounted file system.
 *
 * @param where absolute path, {@code "/"} for the root
 * @param what device or source as it was mounted
 * @param type file system type
 * @param readOnly whether writing is refused
 * @param tree its contents
 */
public record Mount(String where, String what, String type, boolean readOnly, FileTree tree) {
  /** The same at another place. */
  public Mount at(String other) {
    return new Mount(other, what, type, readOnly, tree);
  }

  /** The same with other contents. */
  public Mount of(FileTree other) {
    return new Mount(where, what, type, readOnly, other);
  }
}
