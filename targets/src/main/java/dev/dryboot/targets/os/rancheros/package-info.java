/** RancherOS: its services, its target. May depend on what all operating systems share. */
@NullMarked
package dev.dryboot.targets.os.rancheros;

import org.jspecify.annotations.NullMarked;
