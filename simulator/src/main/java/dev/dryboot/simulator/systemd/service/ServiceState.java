package dev.dryboot.simulator.systemd.service;

import dev.dryboot.simulator.systemd.transaction.ActiveState;

/**
 * The states of a service, and what they are to the outside (service.c: state_translation_table).
 */
enum ServiceState {
  DEAD("dead", ActiveState.INACTIVE),
  CONDITION("condition", ActiveState.ACTIVATING),
  START_PRE("start-pre", ActiveState.ACTIVATING),
  START("start", ActiveState.ACTIVATING),
  START_POST("start-post", ActiveState.ACTIVATING),
  RUNNING("running", ActiveState.ACTIVE),
  EXITED("exited", ActiveState.ACTIVE),
  RELOAD("reload", ActiveState.RELOADING),
  RELOAD_SIGNAL("reload-signal", ActiveState.RELOADING),
  RELOAD_NOTIFY("reload-notify", ActiveState.RELOADING),
  STOP("stop", ActiveState.DEACTIVATING),
  STOP_WATCHDOG("stop-watchdog", ActiveState.DEACTIVATING),
  STOP_SIGTERM("stop-sigterm", ActiveState.DEACTIVATING),
  STOP_SIGKILL("stop-sigkill", ActiveState.DEACTIVATING),
  STOP_POST("stop-post", ActiveState.DEACTIVATING),
  FINAL_WATCHDOG("final-watchdog", ActiveState.DEACTIVATING),
  FINAL_SIGTERM("final-sigterm", ActiveState.DEACTIVATING),
  FINAL_SIGKILL("final-sigkill", ActiveState.DEACTIVATING),
  FAILED("failed", ActiveState.FAILED),
  DEAD_RESOURCES_PINNED("dead-resources-pinned", ActiveState.INACTIVE),
  DEAD_BEFORE_AUTO_RESTART("dead-before-auto-restart", ActiveState.INACTIVE),
  FAILED_BEFORE_AUTO_RESTART("failed-before-auto-restart", ActiveState.FAILED),
  AUTO_RESTART("auto-restart", ActiveState.ACTIVATING),
  AUTO_RESTART_QUEUED("auto-restart-queued", ActiveState.ACTIVATING);

  private final String word;
  private final ActiveState active;

  ServiceState(String word, ActiveState active) {
    this.word = word;
    this.active = active;
  }

  String word() {
    return word;
  }

  /** ActiveState; services of Type=idle count as active while they start. */
  ActiveState active(boolean idle) {
    return switch (this) {
      case CONDITION, START_PRE, START, START_POST -> idle ? ActiveState.ACTIVE : active;
      default -> active;
    };
  }

  /** Whether a timer may run in this state. */
  boolean hasTimer() {
    return switch (this) {
      case DEAD,
          DEAD_RESOURCES_PINNED,
          EXITED,
          FAILED,
          DEAD_BEFORE_AUTO_RESTART,
          FAILED_BEFORE_AUTO_RESTART,
          AUTO_RESTART_QUEUED ->
          false;
      default -> true;
    };
  }

  /** Whether there may be a main process in this state. */
  boolean hasMainProcess() {
    return switch (this) {
      case START,
          START_POST,
          RUNNING,
          RELOAD,
          RELOAD_SIGNAL,
          RELOAD_NOTIFY,
          STOP,
          STOP_WATCHDOG,
          STOP_SIGTERM,
          STOP_SIGKILL,
          STOP_POST,
          FINAL_WATCHDOG,
          FINAL_SIGTERM,
          FINAL_SIGKILL ->
          true;
      default -> false;
    };
  }

  /** Whether there may be a control process in this state. */
  boolean hasControlProcess() {
    return switch (this) {
      case CONDITION,
          START_PRE,
          START,
          START_POST,
          RELOAD,
          RELOAD_SIGNAL,
          RELOAD_NOTIFY,
          STOP,
          STOP_WATCHDOG,
          STOP_SIGTERM,
          STOP_SIGKILL,
          STOP_POST,
          FINAL_WATCHDOG,
          FINAL_SIGTERM,
          FINAL_SIGKILL ->
          true;
      default -> false;
    };
  }

  /** Whether it is on its way down, so that a start has to wait. */
  boolean stopping() {
    return active == ActiveState.DEACTIVATING;
  }

  /** Whether the watchdog is looked after. */
  boolean watched() {
    return switch (this) {
      case START_POST, RUNNING, RELOAD, RELOAD_SIGNAL, RELOAD_NOTIFY -> true;
      default -> false;
    };
  }
}
