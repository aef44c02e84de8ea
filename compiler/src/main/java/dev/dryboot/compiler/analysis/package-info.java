/**
 * From syntax records to a host's model: layers, placeholders, secrets, and the rules that a model
 * must keep. May depend on {@code compiler.model}, the language's syntax records and {@code
 * foreign}.
 */
@NullMarked
package dev.dryboot.compiler.analysis;

import org.jspecify.annotations.NullMarked;
