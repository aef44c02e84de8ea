/**
 * Names and what they refer to, across the files of a program. May depend on {@code syntax}, {@code
 * settings} and {@code source}.
 */
@NullMarked
package dev.dryboot.language.linking;

import org.jspecify.annotations.NullMarked;
