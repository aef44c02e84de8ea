/**
 * From plans to documents: what the encoders of several operating systems have in common, by
 * format. May depend on the compiler and on {@code targets.format}.
 */
@NullMarked
package dev.dryboot.targets.encode;

import org.jspecify.annotations.NullMarked;
