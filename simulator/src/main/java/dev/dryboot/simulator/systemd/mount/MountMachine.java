package dev.dryboot.simulator.systemd.mount;

import dev.dryboot.simulator.systemd.core.Answer;
import dev.dryboot.simulator.systemd.core.MachineState;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.SubState;
import dev.dryboot.simulator.systemd.core.UnitMachine;
import dev.dryboot.simulator.systemd.core.UnitResult;
import dev.dryboot.simulator.systemd.service.ControlProcess;
import dev.dryboot.simulator.systemd.transaction.ActiveState;

/**
 * A mount unit (mount.c): runs mount(8) and umount(8), and is active while something is mounted.
 */
public final class MountMachine implements UnitMachine {
  /** RETRY_UMOUNT_MAX. */
  private static final int MAX_RETRIES = 32;

  private final RunningUnit owner;
  private final MachineState<State> state;
  private final ControlProcess command;
  private final long execTime;
  private boolean wasMounted;
  private int retries;
  private UnitResult reloadResult = UnitResult.SUCCESS;

  /** MountState; MOUNTING_DONE takes no time here. */
  private enum State implements SubState {
    DEAD(ActiveState.INACTIVE),
    MOUNTING(ActiveState.ACTIVATING),
    MOUNTED(ActiveState.ACTIVE),
    REMOUNTING(ActiveState.RELOADING),
    UNMOUNTING(ActiveState.DEACTIVATING),
    REMOUNTING_SIGTERM(ActiveState.RELOADING),
    REMOUNTING_SIGKILL(ActiveState.RELOADING),
    UNMOUNTING_SIGTERM(ActiveState.DEACTIVATING),
    UNMOUNTING_SIGKILL(ActiveState.DEACTIVATING),
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

  public MountMachine(RunningUnit owner, long execTime) {
    this.owner = owner;
    this.execTime = execTime;
    this.command = new ControlProcess(owner, this::ended, this::elapsed);
    this.state = new MachineState<>(owner, State.DEAD, State.FAILED, this::entering);
    this.wasMounted = isMounted();
    if (wasMounted) {
      state.found(State.MOUNTED);
    }
  }

  private MountParameters parameters() {
    return new MountParameters(owner.unit());
  }

  private boolean isMounted() {
    return owner.processOne().machine().files().isMountPoint(parameters().where());
  }

  @Override
  public MachineState<?> state() {
    return state;
  }

  @Override
  public boolean reloadSucceeded() {
    return reloadResult == UnitResult.SUCCESS;
  }

  @Override
  public Killed kill(String whom, int signal) {
    return command.signal(whom, signal);
  }

  private void entering(State to) {
    if (to == State.DEAD || to == State.MOUNTED || to == State.FAILED) {
      command.release();
    }
  }

  /** mount_may_gc(). */
  @Override
  public boolean mayBeCollected() {
    return !isMounted();
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
    if (state.now() == State.MOUNTING) {
      return Answer.OK;
    }
    state.succeed();
    reloadResult = UnitResult.SUCCESS;
    retries = 0;
    parameters().makeDirectories(owner.processOne().machine());
    command.run(parameters().mount(), "mount", execTime);
    state.set(State.MOUNTING);
    return Answer.OK;
  }

  @Override
  public Answer stop() {
    retries = 0;
    switch (state.now()) {
      case MOUNTING -> signal(State.UNMOUNTING_SIGTERM, UnitResult.SUCCESS);
      case REMOUNTING, REMOUNTING_SIGTERM, REMOUNTING_SIGKILL -> stopRemounting();
      case MOUNTED -> unmounting();
      case DEAD, UNMOUNTING, UNMOUNTING_SIGTERM, UNMOUNTING_SIGKILL, FAILED -> {}
    }
    return Answer.OK;
  }

  private void stopRemounting() {
    if (owner.processOne().version().unmountsWhileRemounting()) {
      unmounting();
      return;
    }
    switch (state.now()) {
      case REMOUNTING_SIGTERM -> state.set(State.UNMOUNTING_SIGTERM);
      case REMOUNTING_SIGKILL -> state.set(State.UNMOUNTING_SIGKILL);
      default -> signal(State.UNMOUNTING_SIGTERM, UnitResult.SUCCESS);
    }
  }

  /** mount_enter_unmounting(). */
  private void unmounting() {
    command.run(parameters().unmount(), "umount", execTime);
    state.set(State.UNMOUNTING);
  }

  @Override
  public boolean canReload() {
    return true;
  }

  @Override
  public Answer reload() {
    reloadResult = UnitResult.SUCCESS;
    command.run(parameters().remount(), "remount", execTime);
    state.set(State.REMOUNTING);
    return Answer.OK;
  }

  /** What is mounted has changed (mount_process_proc_self_mountinfo). */
  void tableChanged() {
    boolean before = wasMounted;
    wasMounted = isMounted();
    if (before && !wasMounted && state.now() == State.MOUNTED) {
      if (owner.processOne().version().judgesMountsByLastUnmount()) {
        state.succeed();
      }
      state.enterDead(UnitResult.SUCCESS);
    } else if (!before
        && wasMounted
        && (state.now() == State.DEAD || state.now() == State.FAILED)) {
      state.succeed();
      state.set(State.MOUNTED);
    }
  }

  /** mount_enter_dead_or_mounted(). */
  private void deadOrMounted(UnitResult with) {
    if (isMounted()) {
      state.fail(with);
      state.set(State.MOUNTED);
    } else {
      state.enterDead(with);
    }
  }

  /** mount_enter_signal(): kills what there is and waits for it, or goes on to what follows. */
  private void signal(State to, UnitResult with) {
    state.fail(with);
    boolean atOnce = to == State.REMOUNTING_SIGKILL || to == State.UNMOUNTING_SIGKILL;
    boolean kills = command.sendsSigkill();
    if (command.kill(atOnce)) {
      state.set(to);
    } else if (to == State.REMOUNTING_SIGTERM && kills) {
      signal(State.REMOUNTING_SIGKILL, UnitResult.SUCCESS);
    } else if (to == State.UNMOUNTING_SIGTERM && kills) {
      signal(State.UNMOUNTING_SIGKILL, UnitResult.SUCCESS);
    } else {
      deadOrMounted(UnitResult.SUCCESS);
    }
  }

  /** mount_sigchld_event(). */
  private void ended(UnitResult with) {
    switch (state.now()) {
      case REMOUNTING, REMOUNTING_SIGTERM, REMOUNTING_SIGKILL -> {
        reloadResult = with;
        deadOrMounted(UnitResult.SUCCESS);
      }
      case MOUNTING -> {
        boolean nothing = with == UnitResult.SUCCESS && !isMounted();
        deadOrMounted(nothing ? UnitResult.PROTOCOL : with);
      }
      case UNMOUNTING -> {
        if (owner.processOne().version().judgesMountsByLastUnmount()) {
          state.succeed();
        }
        boolean goneAnyway = with == UnitResult.EXIT_CODE && !isMounted();
        if (with == UnitResult.SUCCESS && isMounted() && retries++ < MAX_RETRIES) {
          unmounting(); // there was another mount below it
        } else {
          deadOrMounted(goneAnyway ? UnitResult.SUCCESS : with);
        }
      }
      case UNMOUNTING_SIGTERM, UNMOUNTING_SIGKILL -> deadOrMounted(with);
      case DEAD, MOUNTED, FAILED -> {}
    }
  }

  /** mount_dispatch_timer(). */
  private void elapsed() {
    switch (state.now()) {
      case MOUNTING, UNMOUNTING -> signal(State.UNMOUNTING_SIGTERM, UnitResult.TIMEOUT);
      case UNMOUNTING_SIGTERM -> killOrGiveUp(State.UNMOUNTING_SIGKILL, UnitResult.TIMEOUT);
      case UNMOUNTING_SIGKILL -> deadOrMounted(UnitResult.TIMEOUT);
      case REMOUNTING -> {
        reloadResult = UnitResult.TIMEOUT;
        signal(State.REMOUNTING_SIGTERM, UnitResult.SUCCESS);
      }
      case REMOUNTING_SIGTERM -> killOrGiveUp(State.REMOUNTING_SIGKILL, UnitResult.SUCCESS);
      case REMOUNTING_SIGKILL -> deadOrMounted(UnitResult.SUCCESS);
      case DEAD, MOUNTED, FAILED -> {}
    }
  }

  private void killOrGiveUp(State killed, UnitResult with) {
    if (command.sendsSigkill()) {
      signal(killed, with);
    } else {
      deadOrMounted(with);
    }
  }
}
