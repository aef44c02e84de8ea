/**
 * Reads cloud-init's user-data: which kind it is, what a cloud-config says, checked against the
 * table of all modules' keys (cloud-init 26.2), and typed records of what the simulation acts on.
 * May depend on {@code tree}, {@code yaml}, {@code schema} and the records of {@code
 * simulator.cloudinit}.
 */
@NullMarked
package dev.dryboot.targets.format.cloudconfig;

import org.jspecify.annotations.NullMarked;
