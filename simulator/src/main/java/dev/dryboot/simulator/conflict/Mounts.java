package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the rules need to know of mounts. */
final class Mounts {
  private static final Pattern DATA_ROOT =
      Pattern.compile("\"(?:data-root|graph)\"\\s*:\\s*\"([^\"]+)\"");

  private Mounts() {}

  /**
   * The user's mount units that are to be mounted at {@code path} or above it, but for the root.
   */
  static List<UnitRecord> above(Sight sight, String path) {
    return sight.usersUnits().stream()
        .filter(u -> u.name().endsWith(".mount") && sight.takesPart(u.name()))
        .filter(u -> !where(u).equals("/") && holds(where(u), path))
        .toList();
  }

  /** {@code Where=}; empty where there is none. */
  static String where(UnitRecord mount) {
    return mount.last("Mount", "Where").map(UnitRecord.Setting::value).orElse("");
  }

  static boolean holds(String directory, String path) {
    return !directory.isEmpty()
        && (path.equals(directory) || path.startsWith(directory.replaceFirst("/$", "") + "/"));
  }

  /** Where dockerd keeps its data, as daemon.json says or by default. */
  static String dockerDataRoot(VirtualFileSystem files) {
    return files
        .read("/etc/docker/daemon.json")
        .map(text -> DATA_ROOT.matcher(text.text()))
        .filter(Matcher::find)
        .map(m -> m.group(1))
        .orElse("/var/lib/docker");
  }
}
