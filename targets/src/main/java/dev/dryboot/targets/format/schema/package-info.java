/**
 * Tables of keys: what a document of mappings and lists may say, as data, and the check against
 * them. May depend on {@code tree} and {@code json}.
 */
@NullMarked
package dev.dryboot.targets.format.schema;

import org.jspecify.annotations.NullMarked;
