/**
 * Boots machine images under scenarios and keeps the evidence. It composes programs; what they do
 * is in their own packages. May depend on all of the simulator.
 */
@NullMarked
package dev.dryboot.simulator.runner;

import org.jspecify.annotations.NullMarked;
