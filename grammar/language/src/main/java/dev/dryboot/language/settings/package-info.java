/**
 * The table of settings: which words each kind of block knows, what their values are, and whose
 * words they are. A new setting is a row here, not a rule of the grammar. May depend on {@code
 * syntax}, {@code literal} and {@code source}.
 */
@NullMarked
package dev.dryboot.language.settings;

import org.jspecify.annotations.NullMarked;
