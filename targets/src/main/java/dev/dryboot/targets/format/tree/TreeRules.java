package dev.dryboot.targets.format.tree;

import dev.dryboot.source.Rule;

/**
 * The rules under which a format reports what is wrong with its JSON or YAML as such.
 *
 * @param syntax the text cannot be read
 * @param duplicateKey a key stands twice in one mapping
 * @param limit the text is too large, too deep, or too often repeated by aliases
 */
public record TreeRules(Rule syntax, Rule duplicateKey, Rule limit) {
  /** Characters that a document may have: 20 MiB. */
  public static final int MAX_CHARACTERS = 20 << 20;

  /** How deep mappings and lists may stand in each other. */
  public static final int MAX_DEPTH = 200;

  /** Values that a document may have once its aliases are followed. */
  public static final int MAX_VALUES = 1_000_000;
}
