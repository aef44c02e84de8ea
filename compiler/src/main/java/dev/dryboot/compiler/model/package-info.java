/**
 * A host as it is meant: resolved, typed and immutable, every value with its origin. {@link
 * dev.dryboot.compiler.model.HostModel} is the root. May depend on {@code source} only.
 */
@NullMarked
package dev.dryboot.compiler.model;

import org.jspecify.annotations.NullMarked;
