package dev.dryboot.simulator.systemd.core;

/** How jobs end. */
public enum JobResult {
  DONE,
  CANCELED,
  TIMEOUT,
  FAILED,
  DEPENDENCY,
  SKIPPED,
  INVALID,
  ASSERT,
  UNSUPPORTED,
  COLLECTED,
  ONCE;

  private final String word = name().toLowerCase(java.util.Locale.ROOT);

  public String word() {
    return word;
  }

  /** What {@code systemctl} exits with when the job it waited for ended so. */
  public int exitStatus() {
    return this == DONE || this == SKIPPED ? 0 : 1;
  }
}
