/**
 * From characters to syntax records: the generated parser, what it takes to run it without a
 * dependency-injection container, the lowering of its tree, and the repair of mistakes. Xtext and
 * EMF are seen here and nowhere else. May depend on {@code syntax}, {@code dsl} (generated) and
 * {@code source}.
 */
@NullMarked
package dev.dryboot.language.reading;

import org.jspecify.annotations.NullMarked;
