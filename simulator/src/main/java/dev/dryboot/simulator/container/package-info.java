/**
 * What container engines have in common: containers and their records on disk, images and pulls,
 * the life from create to remove. Docker, Podman and RancherOS's system-docker are built on it. May
 * depend on {@code kernel}, {@code machine}, {@code process} and {@code foreign}.
 */
@NullMarked
package dev.dryboot.simulator.container;

import org.jspecify.annotations.NullMarked;
