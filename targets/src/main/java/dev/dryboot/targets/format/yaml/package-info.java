/**
 * Reads YAML into the common tree, from snakeyaml-engine's events, resolving plain scalars as the
 * program does that will read the document on the machine. May depend on {@code tree}.
 */
@NullMarked
package dev.dryboot.targets.format.yaml;

import org.jspecify.annotations.NullMarked;
