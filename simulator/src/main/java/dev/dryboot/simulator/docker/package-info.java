/**
 * Docker: the daemon as a process of its unit, and the client that talks to it. May depend on
 * {@code config}, {@code container}, {@code kernel}, {@code machine}, {@code process} and {@code
 * foreign}.
 */
@NullMarked
package dev.dryboot.simulator.docker;

import org.jspecify.annotations.NullMarked;
