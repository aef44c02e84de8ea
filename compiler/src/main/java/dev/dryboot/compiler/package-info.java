/**
 * From what a {@code .boot} file says to artifacts: {@link dev.dryboot.compiler.Compiler}. Uses the
 * language's syntax records, {@code source} and {@code foreign}; never the simulator.
 */
@NullMarked
package dev.dryboot.compiler;

import org.jspecify.annotations.NullMarked;
