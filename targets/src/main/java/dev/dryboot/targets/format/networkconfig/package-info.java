/**
 * Reads the network-config that is given to cloud-init beside the user-data, versions 1 and 2
 * (which is netplan's). May depend on {@code tree}, {@code yaml}, {@code schema} and {@code
 * simulator.machine}.
 */
@NullMarked
package dev.dryboot.targets.format.networkconfig;

import org.jspecify.annotations.NullMarked;
