package dev.dryboot.simulator.systemd.mount;

import dev.dryboot.simulator.systemd.core.Answer;
import dev.dryboot.simulator.systemd.core.MachineState;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.SubState;
import dev.dryboot.simulator.systemd.core.UnitMachine;
import dev.dryboot.simulator.systemd.core.UnitResult;
import dev.dryboot.simulator.systemd.service.ControlProcess;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import java.util.List;

/** A swap unit (swap.c): runs swapon(8) and swapoff(8), and is active while there is swap space. */
public final class SwapMachine implements UnitMachine {
  private final RunningUnit owner;
  private final MachineState<State> state;
  private final ControlProcess command;
  private final long execTime;
  private boolean inProcSwaps;

  /** SwapState; ACTIVATING_DONE takes no time here. */
  private enum State implements SubState {
    DEAD(ActiveState.INACTIVE),
    ACTIVATING(ActiveState.ACTIVATING),
    ACTIVE(ActiveState.ACTIVE),
    DEACTIVATING(ActiveState.DEACTIVATING),
    DEACTIVATING_SIGTERM(ActiveState.DEACTIVATING),
    DEACTIVATING_SIGKILL(ActiveState.DEACTIVATING),
    FAILED(ActiveState.FAILED);

    private final ActiveState active;

    State(ActiveState active) {
      this.active = active;
    }

    @Override
    public ActiveState active() {
      return active;
    }
  }

  public SwapMachine(RunningUnit owner, long execTime) {
    this.owner = owner;
    this.execTime = execTime;
    this.command = new ControlProcess(owner, this::ended, this::elapsed);
    this.state = new MachineState<>(owner, State.DEAD, State.FAILED, this::entering);
  }

  @Override
  public MachineState<?> state() {
    return state;
  }

  @Override
  public Killed kill(String whom, int signal) {
    return command.signal(whom, signal);
  }

  private void entering(State to) {
    switch (to) {
      case DEAD, ACTIVE, FAILED -> command.release();
      case ACTIVATING, DEACTIVATING, DEACTIVATING_SIGTERM, DEACTIVATING_SIGKILL -> {}
    }
  }

  private String what() {
    return owner.unit().settings().text("Swap", "What", owner.unit().name().path());
  }

  @Override
  public Answer mayStart() {
    return state.mayStart();
  }

  @Override
  public Answer start() {
    if (active() == ActiveState.DEACTIVATING) {
      return Answer.AGAIN;
    }
    if (state.now() == State.ACTIVATING) {
      return Answer.OK;
    }
    state.succeed();
    command.run(List.of("/usr/sbin/swapon", "--fixpgsz", what()), "swapon", execTime);
    state.set(State.ACTIVATING);
    return Answer.OK;
  }

  @Override
  public Answer stop() {
    switch (state.now()) {
      case ACTIVATING -> signal(State.DEACTIVATING_SIGTERM, UnitResult.SUCCESS);
      case ACTIVE -> {
        command.run(List.of("/usr/sbin/swapoff", what()), "swapoff", execTime);
        state.set(State.DEACTIVATING);
      }
      case DEAD, DEACTIVATING, DEACTIVATING_SIGTERM, DEACTIVATING_SIGKILL, FAILED -> {}
    }
    return Answer.OK;
  }

  /** swap_enter_dead_or_active(). */
  private void deadOrActive(UnitResult with) {
    state.fail(with);
    if (inProcSwaps) {
      state.set(State.ACTIVE);
    } else {
      state.enterDead(with);
    }
  }

  /** swap_enter_signal(). */
  private void signal(State to, UnitResult with) {
    state.fail(with);
    if (command.kill(to == State.DEACTIVATING_SIGKILL)) {
      state.set(to);
    } else if (to == State.DEACTIVATING_SIGTERM && command.sendsSigkill()) {
      signal(State.DEACTIVATING_SIGKILL, UnitResult.SUCCESS);
    } else {
      deadOrActive(UnitResult.SUCCESS);
    }
  }

  /** swap_sigchld_event(): a command that has succeeded has turned it on, or off. */
  private void ended(UnitResult with) {
    inProcSwaps ^= with == UnitResult.SUCCESS;
    deadOrActive(with);
  }

  /** swap_dispatch_timer(). */
  private void elapsed() {
    switch (state.now()) {
      case ACTIVATING, DEACTIVATING -> signal(State.DEACTIVATING_SIGTERM, UnitResult.TIMEOUT);
      case DEACTIVATING_SIGTERM -> {
        if (command.sendsSigkill()) {
          signal(State.DEACTIVATING_SIGKILL, UnitResult.TIMEOUT);
        } else {
          deadOrActive(UnitResult.TIMEOUT);
        }
      }
      case DEACTIVATING_SIGKILL -> deadOrActive(UnitResult.TIMEOUT);
      case DEAD, ACTIVE, FAILED -> {}
    }
  }
}
