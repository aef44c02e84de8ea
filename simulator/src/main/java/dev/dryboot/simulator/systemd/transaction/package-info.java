/**
 * Building transactions, side by side with systemd's transaction.c. Pure: reads units and their
 * present state, returns what is to be installed. May depend on {@code unit}.
 */
@NullMarked
package dev.dryboot.simulator.systemd.transaction;

import org.jspecify.annotations.NullMarked;
