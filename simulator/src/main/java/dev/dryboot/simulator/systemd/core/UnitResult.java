package dev.dryboot.simulator.systemd.core;

import java.util.Locale;

/** How a unit fared: its Result. Each type has some of them (systemd's XResult). */
public enum UnitResult {
  SUCCESS,
  RESOURCES,
  PROTOCOL,
  TIMEOUT,
  EXIT_CODE,
  SIGNAL,
  CORE_DUMP,
  WATCHDOG,
  START_LIMIT_HIT,
  OOM_KILL,
  /** A condition of a service's own ({@code ExecCondition=}) is not met. */
  EXEC_CONDITION,
  /** What triggers a unit did so too often. */
  TRIGGER_LIMIT_HIT,
  /** What a path starts was started too often. */
  UNIT_START_LIMIT_HIT,
  /** What a socket starts was started too often. */
  SERVICE_START_LIMIT_HIT,
  /** What an automount mounts was mounted too often. */
  MOUNT_START_LIMIT_HIT;

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** In systemd's word: {@code exit-code}. */
  public String word() {
    return word;
  }
}
