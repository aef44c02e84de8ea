package dev.dryboot.simulator.systemd.transaction;

/**
 * Why a request came to nothing.
 *
 * @param error systemd's name for it
 * @param message in words
 */
public record Refusal(Error error, String message) {

  /** systemd's D-Bus errors, without {@code org.freedesktop.systemd1.}. */
  public enum Error {
    NO_SUCH_UNIT("NoSuchUnit"),
    UNIT_MASKED("UnitMasked"),
    BAD_UNIT_SETTING("BadUnitSetting"),
    LOAD_FAILED("LoadFailed"),
    JOB_TYPE_NOT_APPLICABLE("JobTypeNotApplicable"),
    NO_ISOLATION("NoIsolation"),
    ONLY_BY_DEPENDENCY("OnlyByDependency"),
    INVALID_ARGUMENTS("InvalidArgs"),
    TRANSACTION_JOBS_CONFLICTING("TransactionJobsConflicting"),
    TRANSACTION_ORDER_IS_CYCLIC("TransactionOrderIsCyclic"),
    TRANSACTION_IS_DESTRUCTIVE("TransactionIsDestructive");

    private final String word;

    Error(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    /** What {@code systemctl} exits with (systemctl-util.c: translate_bus_error_to_exit_status). */
    public int exitStatus() {
      return switch (this) {
        case ONLY_BY_DEPENDENCY, NO_ISOLATION, TRANSACTION_IS_DESTRUCTIVE -> 4;
        case NO_SUCH_UNIT -> 5;
        case JOB_TYPE_NOT_APPLICABLE -> 3;
        case LOAD_FAILED -> 6;
        case UNIT_MASKED,
            BAD_UNIT_SETTING,
            INVALID_ARGUMENTS,
            TRANSACTION_JOBS_CONFLICTING,
            TRANSACTION_ORDER_IS_CYCLIC ->
            1;
      };
    }
  }
}
