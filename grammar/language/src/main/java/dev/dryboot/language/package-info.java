/**
 * The Dryboot language as others see it: {@link dev.dryboot.language.BootLanguage} reads, checks
 * and formats files and loads programs. May depend on the other packages of this module and on
 * {@code source}.
 */
@NullMarked
package dev.dryboot.language;

import org.jspecify.annotations.NullMarked;
