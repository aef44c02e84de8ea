/**
 * Documents that are to be written: a tree whose leaves carry origins, its rendering as JSON and
 * YAML, and {@link dev.dryboot.compiler.document.Artifact}. May depend on {@code source} only.
 */
@NullMarked
package dev.dryboot.compiler.document;

import org.jspecify.annotations.NullMarked;
