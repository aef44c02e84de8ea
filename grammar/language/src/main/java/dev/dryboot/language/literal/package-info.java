/**
 * Literals with units: sizes, rates, durations, modes, ports, addresses, percentages. Each has a
 * record and a converter that tells the very character at which a literal goes wrong. May depend on
 * {@code source} and the language's rules only.
 */
@NullMarked
package dev.dryboot.language.literal;

import org.jspecify.annotations.NullMarked;
