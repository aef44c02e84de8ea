package dev.dryboot.compiler.analysis;

import dev.dryboot.language.settings.Setting;
import java.util.List;

/** How the settings of each word are laid over each other. */
final class Shapes {
  /** What becomes of a setting that is there more than once. */
  enum Shape {
    /** The later wins. */
    SINGLE,
    /** They add up. */
    LIST,
    /** By key, the later wins. */
    KEYED,
    /** A thing by the name behind the word. */
    NAMED_BLOCK,
    /** One unnamed block. */
    BLOCK,
    /** Unnamed blocks that add up. */
    BLOCKS
  }

  private static final List<String> NAMED =
      List.of(
          "file",
          "directory",
          "tree",
          "link",
          "interface",
          "engine",
          "registry",
          "unit",
          "quadlet",
          "dropin",
          "repository",
          "snap",
          "extension",
          "tang");

  private static final List<String> UNNAMED =
      List.of(
          "timer",
          "socket",
          "healthcheck",
          "updates",
          "boot-device",
          "mirror",
          "luks",
          "firewall",
          "proxy",
          "kernel-arguments");

  private Shapes() {}

  /** How {@code word} behaves in a block of {@code kind}. */
  static Shape of(String kind, String word) {
    if (word.equals("window")) {
      return Shape.BLOCKS;
    }
    var row = Words.find(kind, word);
    boolean hasBody = row.map(s -> s.body().isPresent()).orElse(false);
    if (hasBody && NAMED.contains(word)) {
      return Shape.NAMED_BLOCK;
    }
    if (hasBody && UNNAMED.contains(word)) {
      return Shape.BLOCK;
    }
    if (row.map(s -> s.shape() == Setting.Shape.EQUALS).orElse(false)) {
      return Shape.KEYED;
    }
    return row.map(Setting::repeats).orElse(false) ? Shape.LIST : Shape.SINGLE;
  }
}
