/**
 * The single values of unit files: time spans, sizes, booleans, modes, signals, exit statuses,
 * quoted words, conditions. Each reader is pure and says at which characters a value goes wrong.
 * Depends on nothing but the JDK.
 */
@NullMarked
package dev.dryboot.foreign.value;

import org.jspecify.annotations.NullMarked;
