/**
 * Shell command lines and what runs in them: words, simple commands and how they hang together, and
 * the commands behind wrappers such as {@code sh -c} and {@code env}. A coarse reading: what a
 * variable or a substitution stands for stays open. Depends on the JDK only.
 */
@NullMarked
package dev.dryboot.foreign.shell;

import org.jspecify.annotations.NullMarked;
