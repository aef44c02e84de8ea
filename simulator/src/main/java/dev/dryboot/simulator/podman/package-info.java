/**
 * Podman: containers without a daemon, watched by conmon, and the generator that makes units of
 * quadlets. May depend on {@code container}, {@code kernel}, {@code machine}, {@code process} and
 * {@code foreign}.
 */
@NullMarked
package dev.dryboot.simulator.podman;

import org.jspecify.annotations.NullMarked;
