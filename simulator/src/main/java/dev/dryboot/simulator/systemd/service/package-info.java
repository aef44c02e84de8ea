/**
 * Service units: the state machine of service.c, commands, signals, restarts. May depend on {@code
 * core}.
 */
@NullMarked
package dev.dryboot.simulator.systemd.service;

import org.jspecify.annotations.NullMarked;
