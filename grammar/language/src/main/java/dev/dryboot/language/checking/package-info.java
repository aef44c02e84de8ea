/**
 * What is checked of a program before it is compiled: settings against their table, and names
 * against what they refer to. May depend on {@code syntax}, {@code settings}, {@code literal} and
 * {@code source}.
 */
@NullMarked
package dev.dryboot.language.checking;

import org.jspecify.annotations.NullMarked;
