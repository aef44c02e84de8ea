/**
 * What a {@code .boot} file says, as immutable records: named things, settings, values, each with
 * its place. This is all that the compiler sees of the language; Xtext and EMF stop before it. May
 * depend on {@code source} only.
 */
@NullMarked
package dev.dryboot.language.syntax;

import org.jspecify.annotations.NullMarked;
