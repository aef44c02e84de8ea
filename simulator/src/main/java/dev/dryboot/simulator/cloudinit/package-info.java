/**
 * cloud-init: what a cloud-config says, and what the stages local, network, config and final do
 * with it to a machine, module by module and boot by boot. Reading YAML is not done here; the
 * records are filled by the readers of {@code targets}. May depend on {@code machine}, {@code
 * config} and {@code source}.
 */
@NullMarked
package dev.dryboot.simulator.cloudinit;

import org.jspecify.annotations.NullMarked;
