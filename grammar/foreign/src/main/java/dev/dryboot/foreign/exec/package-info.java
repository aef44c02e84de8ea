/**
 * Command lines as systemd reads and runs them: prefixes, quoting, several commands, variables.
 * Depends on {@code dev.dryboot.foreign.value} and the JDK.
 */
@NullMarked
package dev.dryboot.foreign.exec;

import org.jspecify.annotations.NullMarked;
