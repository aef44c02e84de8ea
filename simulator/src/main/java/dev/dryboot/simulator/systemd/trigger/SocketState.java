package dev.dryboot.simulator.systemd.trigger;

import dev.dryboot.simulator.systemd.core.SubState;
import dev.dryboot.simulator.systemd.transaction.ActiveState;

/** The states of a socket, and what they are to the outside (socket.c: state_translation_table). */
enum SocketState implements SubState {
  DEAD(ActiveState.INACTIVE),
  START_PRE(ActiveState.ACTIVATING),
  START_POST(ActiveState.ACTIVATING),
  LISTENING(ActiveState.ACTIVE),
  RUNNING(ActiveState.ACTIVE),
  STOP_PRE(ActiveState.DEACTIVATING),
  STOP_PRE_SIGTERM(ActiveState.DEACTIVATING),
  STOP_PRE_SIGKILL(ActiveState.DEACTIVATING),
  STOP_POST(ActiveState.DEACTIVATING),
  FINAL_SIGTERM(ActiveState.DEACTIVATING),
  FINAL_SIGKILL(ActiveState.DEACTIVATING),
  FAILED(ActiveState.FAILED);

  private final ActiveState active;

  SocketState(ActiveState active) {
    this.active = active;
  }

  @Override
  public ActiveState active() {
    return active;
  }

  /** Whether somebody can connect: the socket is open, and the kernel keeps connections for it. */
  boolean isOpen() {
    return switch (this) {
      case START_POST, LISTENING, RUNNING, STOP_PRE, STOP_PRE_SIGTERM, STOP_PRE_SIGKILL -> true;
      case DEAD, START_PRE, STOP_POST, FINAL_SIGTERM, FINAL_SIGKILL, FAILED -> false;
    };
  }

  /** Whether a command may be running. */
  boolean hasControlProcess() {
    return isStarting() || isStopping();
  }

  boolean isStarting() {
    return active == ActiveState.ACTIVATING;
  }

  boolean isStopping() {
    return active == ActiveState.DEACTIVATING;
  }
}
