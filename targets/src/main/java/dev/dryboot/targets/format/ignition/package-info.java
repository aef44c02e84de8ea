/**
 * Reads Ignition configs of specification 3: types, keys and versions, the checks that Ignition
 * itself makes, merging of what a config brings along, and typed records of it. May depend on
 * {@code tree}, {@code json} and the records of {@code simulator.ignition}.
 */
@NullMarked
package dev.dryboot.targets.format.ignition;

import org.jspecify.annotations.NullMarked;
