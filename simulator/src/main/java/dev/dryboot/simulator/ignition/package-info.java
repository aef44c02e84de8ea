/**
 * Ignition: what a config of specification 3 says, and what the stages fetch-offline, fetch, kargs,
 * disks, mount, files and umount do with it to a machine before its real root is entered. Reading
 * JSON is not done here; the records are filled by the readers of {@code targets}. May depend on
 * {@code machine}, {@code config} and {@code source}.
 */
@NullMarked
package dev.dryboot.simulator.ignition;

import org.jspecify.annotations.NullMarked;
