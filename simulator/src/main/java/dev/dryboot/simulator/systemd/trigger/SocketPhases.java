package dev.dryboot.simulator.systemd.trigger;

import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.service.ServiceOptions;

/**
 * How a socket comes up and goes down around its commands (socket.c: socket_enter_start_pre to
 * socket_enter_dead).
 */
final class SocketPhases implements SocketCommands.Listener {
  private final SocketMachine socket;
  private final SocketCommands commands;

  SocketPhases(SocketMachine socket, RunningUnit owner, ServiceOptions options) {
    this.socket = socket;
    this.commands = new SocketCommands(owner, options, this);
  }

  SocketCommands commands() {
    return commands;
  }

  void startPre() {
    if (!commands.has("ExecStartPre")) {
      startPost();
    } else if (commands.run("ExecStartPre")) {
      socket.state(SocketState.START_PRE);
    } else {
      socket.dead("resources");
    }
  }

  private void startPost() {
    socket.opened();
    if (!commands.has("ExecStartPost")) {
      socket.listening();
    } else if (commands.run("ExecStartPost")) {
      socket.state(SocketState.START_POST);
    } else {
      stopPre("resources");
    }
  }

  void stopPre(String with) {
    socket.fail(with);
    if (!commands.has("ExecStopPre")) {
      stopPost("success");
    } else if (commands.run("ExecStopPre")) {
      socket.state(SocketState.STOP_PRE);
    } else {
      stopPost("resources");
    }
  }

  private void stopPost(String with) {
    socket.fail(with);
    if (!commands.has("ExecStopPost")) {
      signal(SocketState.FINAL_SIGTERM, "success");
    } else if (commands.run("ExecStopPost")) {
      socket.state(SocketState.STOP_POST);
    } else {
      signal(SocketState.FINAL_SIGTERM, "resources");
    }
  }

  /** Kills what there is and waits for it, or goes on to what follows (socket_enter_signal). */
  void signal(SocketState to, String with) {
    socket.fail(with);
    boolean atOnce = to == SocketState.STOP_PRE_SIGKILL || to == SocketState.FINAL_SIGKILL;
    if (commands.kill(atOnce)) {
      socket.state(to);
      return;
    }
    switch (to) {
      case STOP_PRE_SIGTERM -> signal(SocketState.STOP_PRE_SIGKILL, "success");
      case STOP_PRE_SIGKILL -> stopPost("success");
      case FINAL_SIGTERM -> signal(SocketState.FINAL_SIGKILL, "success");
      case DEAD,
          START_PRE,
          START_POST,
          LISTENING,
          RUNNING,
          STOP_PRE,
          STOP_POST,
          FINAL_SIGKILL,
          FAILED ->
          socket.dead("success");
    }
  }

  @Override
  public void commandsEnded(String result) {
    boolean success = result.equals("success");
    switch (socket.state()) {
      case START_PRE -> {
        if (success) {
          startPost();
        } else {
          signal(SocketState.FINAL_SIGTERM, result);
        }
      }
      case START_POST -> {
        if (success) {
          socket.listening();
        } else {
          stopPre(result);
        }
      }
      case STOP_PRE, STOP_PRE_SIGTERM, STOP_PRE_SIGKILL -> stopPost(result);
      case STOP_POST, FINAL_SIGTERM, FINAL_SIGKILL -> socket.dead(result);
      case DEAD, LISTENING, RUNNING, FAILED -> {}
    }
  }

  @Override
  public void timeElapsed() {
    boolean kills = commands.sendsSigkill();
    switch (socket.state()) {
      case START_PRE -> signal(SocketState.FINAL_SIGTERM, "timeout");
      case START_POST -> stopPre("timeout");
      case STOP_PRE -> signal(SocketState.STOP_PRE_SIGTERM, "timeout");
      case STOP_PRE_SIGTERM -> {
        if (kills) {
          signal(SocketState.STOP_PRE_SIGKILL, "timeout");
        } else {
          stopPost("timeout");
        }
      }
      case STOP_PRE_SIGKILL -> stopPost("timeout");
      case STOP_POST -> signal(SocketState.FINAL_SIGTERM, "timeout");
      case FINAL_SIGTERM -> {
        if (kills) {
          signal(SocketState.FINAL_SIGKILL, "timeout");
        } else {
          socket.dead("timeout");
        }
      }
      case FINAL_SIGKILL -> socket.dead("timeout");
      case DEAD, LISTENING, RUNNING, FAILED -> {}
    }
  }
}
