/**
 * The command line: picocli commands, files and terminal, and the place where everything is put
 * together. May depend on everything; nothing depends on it. The only part that reads files, the
 * environment and the clock.
 */
@NullMarked
package dev.dryboot.cli;

import org.jspecify.annotations.NullMarked;
