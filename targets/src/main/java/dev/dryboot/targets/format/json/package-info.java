/**
 * Reads JSON into the common tree and writes it, by Jackson's streaming parser. May depend on
 * {@code tree}.
 */
@NullMarked
package dev.dryboot.targets.format.json;

import org.jspecify.annotations.NullMarked;
