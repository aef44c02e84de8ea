package dev.dryboot.simulator.machine;

/**
 * A mounted file system, or a part of one.
 *
 * @param where absolute path, {@code "/"} for the root
 * @param what device or source as it was mounted
 * @param type file system type
 * @param readOnly whether writing is refused
 * @param tree its contents
 * @param root what of it is seen: a path in the file system, empty for all of it (the fourth field
 *     of {@code /proc/self/mountinfo})
 */
public record Mount(
    String where, String what, String type, boolean readOnly, FileTree tree, String root) {
  /** All of a file system. */
  public Mount(String where, String what, String type, boolean readOnly, FileTree tree) {
    this(where, what, type, readOnly, tree, "");
  }

  /** The same at another place. */
  public Mount at(String other) {
    return new Mount(other, what, type, readOnly, tree, root);
  }

  /** The same with other contents. */
  public Mount of(FileTree other) {
    return new Mount(where, what, type, readOnly, other, root);
  }

  /** Where in the file system {@code real} lies, a path without links at or below the place. */
  String inside(String real) {
    if (where.equals("/")) {
      return real.equals("/") ? root : root + real;
    }
    return root + real.substring(where.length());
  }
}
