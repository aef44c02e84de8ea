/**
 * The hardware that a hand-written document presupposes: disks that it names and the usual machine
 * does not have. May depend on {@code simulator} and {@code source}.
 */
@NullMarked
package dev.dryboot.targets.hardware;

import org.jspecify.annotations.NullMarked;
