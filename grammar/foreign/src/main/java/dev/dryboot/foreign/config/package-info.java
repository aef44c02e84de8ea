/**
 * Line-based configuration files that decide what happens at boot: fstab, unit presets, sysctl.d,
 * modules-load.d, tmpfiles.d. Depends on {@code dev.dryboot.foreign.value} and {@code
 * dev.dryboot.source}.
 */
@NullMarked
package dev.dryboot.foreign.config;

import org.jspecify.annotations.NullMarked;
