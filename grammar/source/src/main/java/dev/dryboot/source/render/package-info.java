/**
 * Reports as text for people: {@link dev.dryboot.source.render.TextReport} shows each finding with
 * the lines it is about. May depend on {@code source} only.
 */
@NullMarked
package dev.dryboot.source.render;

import org.jspecify.annotations.NullMarked;
