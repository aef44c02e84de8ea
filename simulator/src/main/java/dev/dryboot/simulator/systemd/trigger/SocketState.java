package dev.dryboot.simulator.systemd.trigger;

import dev.dryboot.simulator.systemd.transaction.ActiveState;

/** The states of a socket, and what they are to the outside (socket.c: state_translation_table). */
enum SocketState {
  DEAD("dead", ActiveState.INACTIVE),
  START_PRE("start-pre", ActiveState.ACTIVATING),
  START_POST("start-post", ActiveState.ACTIVATING),
  LISTENING("listening", ActiveState.ACTIVE),
  RUNNING("running", ActiveState.ACTIVE),
  STOP_PRE("stop-pre", ActiveState.DEACTIVATING),
  STOP_PRE_SIGTERM("stop-pre-sigterm", ActiveState.DEACTIVATING),
  STOP_PRE_SIGKILL("stop-pre-sigkill", ActiveState.DEACTIVATING),
  STOP_POST("stop-post", ActiveState.DEACTIVATING),
  FINAL_SIGTERM("final-sigterm", ActiveState.DEACTIVATING),
  FINAL_SIGKILL("final-sigkill", ActiveState.DEACTIVATING),
  FAILED("failed", ActiveState.FAILED);

  private final String word;
  private final ActiveState active;

  SocketState(String word, ActiveState active) {
    this.word = word;
    this.active = active;
  }

  String word() {
    return word;
  }

  ActiveState active() {
    return active;
  }

  /** Whether somebody can connect: the socket is open, and the kernel keeps connections for it. */
  boolean isOpen() {
    return switch (this) {
      case START_POST, LISTENING, RUNNING, STOP_PRE, STOP_PRE_SIGTERM, STOP_PRE_SIGKILL -> true;
      case DEAD, START_PRE, STOP_POST, FINAL_SIGTERM, FINAL_SIGKILL, FAILED -> false;
    };
  }

  boolean isStarting() {
    return active == ActiveState.ACTIVATING;
  }

  boolean isStopping() {
    return active == ActiveState.DEACTIVATING;
  }
}
