/**
 * Command lines of Docker and Podman, and the values that stand in them: image references, port
 * mappings, volumes, restart policies, durations and memory sizes. Depends on {@code
 * dev.dryboot.foreign.value} and the JDK.
 */
@NullMarked
package dev.dryboot.foreign.container;

import org.jspecify.annotations.NullMarked;
