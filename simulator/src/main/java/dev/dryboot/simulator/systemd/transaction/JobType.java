package dev.dryboot.simulator.systemd.transaction;

import org.jspecify.annotations.Nullable;

/** Types of jobs; the last three are only asked for, and collapse to others (job.c). */
public enum JobType {
  START("start"),
  VERIFY_ACTIVE("verify-active"),
  STOP("stop"),
  RELOAD("reload"),
  RESTART("restart"),
  NOP("nop"),
  TRY_RESTART("try-restart"),
  TRY_RELOAD("try-reload"),
  RELOAD_OR_START("reload-or-start");

  private final String word;

  JobType(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** What two jobs for one unit become, or null where they conflict (job_merging_table). */
  public static @Nullable JobType merged(JobType a, JobType b) {
    if (a == b) {
      return a;
    }
    if (a == STOP || b == STOP || a == NOP || b == NOP) {
      return null;
    }
    if (a == RESTART || b == RESTART) {
      return RESTART;
    }
    if (a == RELOAD || b == RELOAD) {
      return a == VERIFY_ACTIVE || b == VERIFY_ACTIVE ? RELOAD : RELOAD_OR_START;
    }
    return START;
  }

  /** {@link #merged}, collapsed by the unit's present state. */
  public static @Nullable JobType mergedAndCollapsed(JobType a, JobType b, ActiveState state) {
    JobType merged = merged(a, b);
    return merged == null ? null : merged.collapsed(state);
  }

  public boolean conflictsWith(JobType other) {
    return merged(this, other) == null;
  }

  /** Whether {@code other} asks for nothing that this does not do anyway (job_type_is_superset). */
  public boolean isSupersetOf(JobType other) {
    return merged(this, other) == this;
  }

  /** Whether a unit in {@code state} needs no such job (job_type_is_redundant). */
  public boolean isRedundant(ActiveState state) {
    return switch (this) {
      case START, VERIFY_ACTIVE -> state.isActiveOrReloading();
      case STOP -> state.isInactiveOrFailed();
      case NOP -> true;
      case RELOAD, RESTART, TRY_RESTART, TRY_RELOAD, RELOAD_OR_START -> false;
    };
  }

  /** What is asked for, given the unit's present state (job_type_collapse). */
  public JobType collapsed(ActiveState state) {
    return switch (this) {
      case TRY_RESTART -> state.isActiveOrActivating() ? RESTART : NOP;
      case TRY_RELOAD -> state.isActiveOrReloading() ? RELOAD : NOP;
      case RELOAD_OR_START -> state.isActiveOrReloading() ? RELOAD : START;
      case START, VERIFY_ACTIVE, STOP, RELOAD, RESTART, NOP -> this;
    };
  }
}
