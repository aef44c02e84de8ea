/**
 * Readers and writers for text that others define: unit files, time spans, command lines, container
 * arguments. May depend on {@code dev.dryboot.source} and the ANTLR runtime; compiler and simulator
 * depend on it.
 */
@NullMarked
package dev.dryboot.foreign;

import org.jspecify.annotations.NullMarked;
