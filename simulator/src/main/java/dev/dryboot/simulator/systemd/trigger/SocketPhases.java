package dev.dryboot.simulator.systemd.trigger;

import dev.dryboot.simulator.systemd.core.MachineState;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.UnitResult;
import dev.dryboot.simulator.systemd.service.ControlProcess;
import dev.dryboot.simulator.systemd.service.ServiceOptions;

/**
 * How a socket comes up and goes down around its commands (socket.c: socket_enter_start_pre to
 * socket_enter_dead).
 */
final class SocketPhases {
  private final SocketMachine socket;
  private final MachineState<SocketState> state;
  private final RunningUnit owner;
  private final SocketCommands commands;

  SocketPhases(
      SocketMachine socket,
      MachineState<SocketState> state,
      RunningUnit owner,
      ServiceOptions options) {
    this.socket = socket;
    this.state = state;
    this.commands = new SocketCommands(owner, options, this::commandsEnded, this::timeElapsed);
    this.owner = owner;
  }

  /** The command that runs, to be killed or left alone. */
  ControlProcess control() {
    return commands.control();
  }

  /**
   * Whether nothing ran of it that came up: no command, and no helper such as opens sockets of the
   * network (socket.c: socket_address_listen_in_cgroup).
   */
  boolean ranNothing() {
    return !commands.has("ExecStartPre")
        && !commands.has("ExecStartPost")
        && !SocketAddresses.anyOfNetwork(owner.unit().settings());
  }

  void startPre() {
    if (!commands.has("ExecStartPre")) {
      startPost();
    } else if (commands.run("ExecStartPre")) {
      state.set(SocketState.START_PRE);
    } else {
      state.enterDead(UnitResult.RESOURCES);
    }
  }

  private void startPost() {
    socket.opened();
    if (!commands.has("ExecStartPost")) {
      socket.listening();
    } else if (commands.run("ExecStartPost")) {
      state.set(SocketState.START_POST);
    } else {
      stopPre(UnitResult.RESOURCES);
    }
  }

  void stopPre(UnitResult with) {
    state.fail(with);
    if (!commands.has("ExecStopPre")) {
      stopPost(UnitResult.SUCCESS);
    } else if (commands.run("ExecStopPre")) {
      state.set(SocketState.STOP_PRE);
    } else {
      stopPost(UnitResult.RESOURCES);
    }
  }

  private void stopPost(UnitResult with) {
    state.fail(with);
    if (!commands.has("ExecStopPost")) {
      signal(SocketState.FINAL_SIGTERM, UnitResult.SUCCESS);
    } else if (commands.run("ExecStopPost")) {
      state.set(SocketState.STOP_POST);
    } else {
      signal(SocketState.FINAL_SIGTERM, UnitResult.RESOURCES);
    }
  }

  /** Kills what there is and waits for it, or goes on to what follows (socket_enter_signal). */
  void signal(SocketState to, UnitResult with) {
    state.fail(with);
    boolean atOnce = to == SocketState.STOP_PRE_SIGKILL || to == SocketState.FINAL_SIGKILL;
    if (control().kill(atOnce)) {
      state.set(to);
      return;
    }
    switch (to) {
      case STOP_PRE_SIGTERM -> signal(SocketState.STOP_PRE_SIGKILL, UnitResult.SUCCESS);
      case STOP_PRE_SIGKILL -> stopPost(UnitResult.SUCCESS);
      case FINAL_SIGTERM -> signal(SocketState.FINAL_SIGKILL, UnitResult.SUCCESS);
      case DEAD,
          START_PRE,
          START_POST,
          LISTENING,
          RUNNING,
          STOP_PRE,
          STOP_POST,
          FINAL_SIGKILL,
          FAILED ->
          state.enterDead(UnitResult.SUCCESS);
    }
  }

  /** socket_sigchld_event(), after the last command of a phase. */
  private void commandsEnded(UnitResult result) {
    boolean success = result == UnitResult.SUCCESS;
    switch (state.now()) {
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
      case STOP_POST, FINAL_SIGTERM, FINAL_SIGKILL -> state.enterDead(result);
      case DEAD, LISTENING, RUNNING, FAILED -> {}
    }
  }

  /** socket_dispatch_timer(). */
  private void timeElapsed() {
    boolean kills = control().sendsSigkill();
    switch (state.now()) {
      case START_PRE -> signal(SocketState.FINAL_SIGTERM, UnitResult.TIMEOUT);
      case START_POST -> stopPre(UnitResult.TIMEOUT);
      case STOP_PRE -> signal(SocketState.STOP_PRE_SIGTERM, UnitResult.TIMEOUT);
      case STOP_PRE_SIGTERM -> {
        if (kills) {
          signal(SocketState.STOP_PRE_SIGKILL, UnitResult.TIMEOUT);
        } else {
          stopPost(UnitResult.TIMEOUT);
        }
      }
      case STOP_PRE_SIGKILL -> stopPost(UnitResult.TIMEOUT);
      case STOP_POST -> signal(SocketState.FINAL_SIGTERM, UnitResult.TIMEOUT);
      case FINAL_SIGTERM -> {
        if (kills) {
          signal(SocketState.FINAL_SIGKILL, UnitResult.TIMEOUT);
        } else {
          state.enterDead(UnitResult.TIMEOUT);
        }
      }
      case FINAL_SIGKILL -> state.enterDead(UnitResult.TIMEOUT);
      case DEAD, LISTENING, RUNNING, FAILED -> {}
    }
  }
}
