package dev.dryboot.simulator.systemd.service;

import dev.dryboot.simulator.systemd.core.SubState;
import dev.dryboot.simulator.systemd.transaction.ActiveState;

/**
 * The states of a service, and what they are to the outside (service.c: state_translation_table).
 */
public enum ServiceState implements SubState {
  DEAD(ActiveState.INACTIVE),
  CONDITION(ActiveState.ACTIVATING),
  START_PRE(ActiveState.ACTIVATING),
  START(ActiveState.ACTIVATING),
  START_POST(ActiveState.ACTIVATING),
  RUNNING(ActiveState.ACTIVE),
  EXITED(ActiveState.ACTIVE),
  RELOAD(ActiveState.RELOADING),
  RELOAD_SIGNAL(ActiveState.RELOADING),
  RELOAD_NOTIFY(ActiveState.RELOADING),
  STOP(ActiveState.DEACTIVATING),
  STOP_WATCHDOG(ActiveState.DEACTIVATING),
  STOP_SIGTERM(ActiveState.DEACTIVATING),
  STOP_SIGKILL(ActiveState.DEACTIVATING),
  STOP_POST(ActiveState.DEACTIVATING),
  FINAL_WATCHDOG(ActiveState.DEACTIVATING),
  FINAL_SIGTERM(ActiveState.DEACTIVATING),
  FINAL_SIGKILL(ActiveState.DEACTIVATING),
  FAILED(ActiveState.FAILED),
  DEAD_RESOURCES_PINNED(ActiveState.INACTIVE),
  DEAD_BEFORE_AUTO_RESTART(ActiveState.INACTIVE),
  FAILED_BEFORE_AUTO_RESTART(ActiveState.FAILED),
  AUTO_RESTART(ActiveState.ACTIVATING),
  AUTO_RESTART_QUEUED(ActiveState.ACTIVATING);

  private final ActiveState active;

  ServiceState(ActiveState active) {
    this.active = active;
  }

  @Override
  public ActiveState active() {
    return active;
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
    return this == CONDITION || this == START_PRE || hasMainProcess() && this != RUNNING;
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
