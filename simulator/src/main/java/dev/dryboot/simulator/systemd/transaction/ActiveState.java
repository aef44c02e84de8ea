package dev.dryboot.simulator.systemd.transaction;

/** What systemd calls ActiveState. */
public enum ActiveState {
  ACTIVE,
  RELOADING,
  INACTIVE,
  FAILED,
  ACTIVATING,
  DEACTIVATING,
  MAINTENANCE;

  private final String word = name().toLowerCase(java.util.Locale.ROOT);

  public String word() {
    return word;
  }

  public boolean isActiveOrReloading() {
    return this == ACTIVE || this == RELOADING;
  }

  public boolean isActiveOrActivating() {
    return this == ACTIVE || this == ACTIVATING || this == RELOADING;
  }

  public boolean isInactiveOrFailed() {
    return this == INACTIVE || this == FAILED;
  }

  public boolean isInactiveOrDeactivating() {
    return this == INACTIVE || this == FAILED || this == DEACTIVATING;
  }
}
