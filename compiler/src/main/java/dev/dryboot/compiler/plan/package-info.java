/**
 * Plans: what a host comes to on one kind of system, as files, directories, links and units, still
 * in no provisioner's format. One planner per init system. May depend on {@code compiler.model} and
 * {@code source}.
 */
@NullMarked
package dev.dryboot.compiler.plan;

import org.jspecify.annotations.NullMarked;
