/**
 * Reads RancherOS's cloud-configs, checked against the table of their keys. May depend on {@code
 * tree}, {@code yaml}, {@code schema} and {@code simulator.rancher.config}.
 */
@NullMarked
package dev.dryboot.targets.format.ranchercloudconfig;

import org.jspecify.annotations.NullMarked;
