/**
 * The walls of the architecture, as tests: which module and which package may use what. A wall
 * comes with a breach, a class of these tests that breaks it, so that each is seen to fail.
 */
@NullMarked
package dev.dryboot.walls;

import org.jspecify.annotations.NullMarked;
