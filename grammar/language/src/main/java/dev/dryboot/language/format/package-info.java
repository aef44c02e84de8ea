/**
 * The formatter: one setting on each line, values aligned, comments kept. May depend on {@code
 * syntax}, {@code reading} and {@code source}.
 */
@NullMarked
package dev.dryboot.language.format;

import org.jspecify.annotations.NullMarked;
