/** Ubuntu: its base image, its target. May depend on what all operating systems share. */
@NullMarked
package dev.dryboot.targets.os.ubuntu;

import org.jspecify.annotations.NullMarked;
