/**
 * RancherOS: {@code ros} as process 1, system-docker with the system's services in containers, and
 * the user's Docker inside one of them. There is no systemd; order comes from labels. May depend on
 * {@code machine}, {@code container}, {@code process}, {@code network} and {@code rancher.config};
 * the user's Docker is reached by its command line alone.
 */
@NullMarked
package dev.dryboot.simulator.rancher;

import org.jspecify.annotations.NullMarked;
