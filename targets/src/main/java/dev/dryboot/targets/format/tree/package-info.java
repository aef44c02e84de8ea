/**
 * One tree for JSON and YAML documents, in which every key and value knows its place. May depend on
 * {@code source} and {@code simulator.config}.
 */
@NullMarked
package dev.dryboot.targets.format.tree;

import org.jspecify.annotations.NullMarked;
