/**
 * Source text, places in it, and what is said about them: {@link dev.dryboot.source.SourceText},
 * {@link dev.dryboot.source.Span}, {@link dev.dryboot.source.Origin}, {@link
 * dev.dryboot.source.Diagnostic} and {@link dev.dryboot.source.Report}. Everything may depend on
 * this package; it depends on the JDK only.
 */
@NullMarked
package dev.dryboot.source;

import org.jspecify.annotations.NullMarked;
