/**
 * The machine's way to the internet: interfaces, DHCP, waiting to be online, and a bandwidth that
 * all who fetch share. May depend on {@code kernel}, {@code machine}, {@code process} and {@code
 * scenario}.
 */
@NullMarked
package dev.dryboot.simulator.network;

import org.jspecify.annotations.NullMarked;
