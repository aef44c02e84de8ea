package dev.dryboot.language.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The words that begin something inside a host. */
public final class HostKinds {
  /** The things with names, which are no settings. */
  public static final List<String> NAMED =
      List.of(
          "user",
          "group",
          "disk",
          "raid",
          "luks",
          "filesystem",
          "swap",
          "network",
          "volume",
          "service",
          "container");

  /** What is neither a thing nor a setting. */
  public static final List<String> SENTENCES =
      List.of("defaults", "raw", "remove", "allow", "when");

  private static final List<String> SETTINGS =
      List.of(
          "targets",
          "file",
          "directory",
          "tree",
          "link",
          "unit",
          "quadlet",
          "engine",
          "interface",
          "updates",
          "hostname",
          "packages",
          "timezone",
          "sysctl",
          "kernel-arguments");

  private HostKinds() {}

  /** Whether a word is of a host, and could be of nothing else that stands on a line of its own. */
  public static boolean contains(String word) {
    return Stream.of(NAMED, SENTENCES, SETTINGS).anyMatch(words -> words.contains(word));
  }

  /** The block of the thing with a name that {@code word} begins; partitions are in disks. */
  public static Optional<BlockKind> named(String word) {
    return NAMED.contains(word) || word.equals(BlockKind.PARTITION.word())
        ? Optional.of(BlockKind.valueOf(word.toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }
}
