/**
 * Base images of operating systems as data: bundles of files, and what several systems share. May
 * depend on {@code simulator.machine} and {@code source}.
 */
@NullMarked
package dev.dryboot.targets.image;

import org.jspecify.annotations.NullMarked;
