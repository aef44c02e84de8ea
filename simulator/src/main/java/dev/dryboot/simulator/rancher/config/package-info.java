/**
 * What a RancherOS cloud-config says. Reading YAML is not done here; the records are filled by the
 * readers of {@code targets}. May depend on {@code config} and {@code source}.
 */
@NullMarked
package dev.dryboot.simulator.rancher.config;

import org.jspecify.annotations.NullMarked;
