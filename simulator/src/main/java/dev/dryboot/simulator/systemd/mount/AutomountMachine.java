package dev.dryboot.simulator.systemd.mount;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.Mount;
import dev.dryboot.simulator.systemd.core.Answer;
import dev.dryboot.simulator.systemd.core.MachineState;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.SubState;
import dev.dryboot.simulator.systemd.core.UnitMachine;
import dev.dryboot.simulator.systemd.core.UnitResult;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.transaction.JobType;
import java.util.ArrayList;
import java.util.List;

/** An automount (automount.c): waits for the first access, and then starts its mount. */
public final class AutomountMachine implements UnitMachine {
  private final RunningUnit owner;
  private final String where;
  private final MachineState<State> state;
  private final List<Runnable> held = new ArrayList<>();
  private final IdleMount idle;

  /** AutomountState. */
  private enum State implements SubState {
    DEAD(ActiveState.INACTIVE),
    WAITING(ActiveState.ACTIVE),
    RUNNING(ActiveState.ACTIVE),
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

  /**
   * @param all where accesses are asked for
   */
  public AutomountMachine(RunningUnit owner, WaitingAutomounts all) {
    this.owner = owner;
    this.where = owner.unit().name().path();
    this.state = new MachineState<>(owner, State.DEAD, State.FAILED, this::entering);
    this.idle = new IdleMount(owner, where, this::expired);
    all.add(this);
  }

  @Override
  public MachineState<?> state() {
    return state;
  }

  private void entering(State to) {
    if (to != State.RUNNING) {
      idle.end();
      answer();
    }
  }

  private boolean isUp() {
    return state.now() == State.WAITING || state.now() == State.RUNNING;
  }

  /** automount_may_gc(): it stays as long as its mount does. */
  @Override
  public boolean mayBeCollected() {
    return owner.triggered().map(mount -> mount.machine().mayBeCollected()).orElse(true);
  }

  @Override
  public Answer mayStart() {
    return state.mayStart();
  }

  @Override
  public Answer start() {
    if (isMounted()) {
      return Answer.FAILED;
    }
    state.succeed();
    state.set(State.WAITING);
    return Answer.OK;
  }

  @Override
  public Answer stop() {
    unmount();
    state.enterDead(UnitResult.SUCCESS);
    return Answer.OK;
  }

  /** Everything that is mounted there goes, used or not (unmount_autofs: repeat_unmount). */
  private void unmount() {
    Machine machine = owner.processOne().machine();
    while (machine.files().unmount(where)) {
      machine.publish(new Fact.Unmounted(where));
    }
    for (Mount mount : machine.files().mounts()) {
      if (isAbove(mount.where()) && machine.files().unmount(mount.where())) {
        machine.publish(new Fact.Unmounted(mount.where()));
      }
    }
  }

  /** Whether who looks at a path below it has to wait: it is up, and nothing is mounted there. */
  boolean holdsAccesses() {
    return isUp() && !isMounted();
  }

  private boolean isMounted() {
    return owner.processOne().machine().files().isMountPoint(where);
  }

  String where() {
    return where;
  }

  /** Whether {@code path} is its place, or below it. */
  boolean isAbove(String path) {
    return (path + "/").startsWith(where + "/");
  }

  /**
   * Somebody looks at a path below it.
   *
   * @param go called when the mount is there, or could not be made
   */
  void access(Runnable go) {
    owner.processOne().post(() -> accessed(go));
  }

  /** automount_enter_running(). */
  private void accessed(Runnable go) {
    if (!holdsAccesses() || owner.stopPending()) {
      go.run();
      return;
    }
    held.add(go);
    if (owner.triggered().filter(u -> u.enqueue(JobType.START)).isPresent()) {
      state.set(State.RUNNING);
    } else {
      state.enterDead(UnitResult.RESOURCES);
    }
  }

  /** Answers those who wait (automount_send_ready). */
  private void answer() {
    List<Runnable> waiting = List.copyOf(held);
    held.clear();
    waiting.forEach(Runnable::run);
  }

  IdleMount idle() {
    return idle;
  }

  /** Nobody has used the mount for long; the next one who looks has it mounted again. */
  private void expired() {
    owner.triggered().ifPresent(u -> u.enqueue(JobType.STOP));
  }

  /** Of a failure a reload leaves the result alone (252 and 257 were seen to). */
  @Override
  public void coldplug() {
    if (state.now() == State.FAILED) {
      state.found(State.DEAD);
    }
  }

  /** automount_trigger_notify(). */
  @Override
  public void triggerChanged(RunningUnit mount) {
    if (!isUp()) {
      return;
    }
    if (mount.startLimitHit()) {
      state.enterDead(UnitResult.MOUNT_START_LIMIT_HIT);
    } else if (mount.job() == null) {
      boolean mounted = mount.active() == ActiveState.ACTIVE;
      if (mounted) {
        answer();
        idle.begin();
      }
      if (mounted && state.now() == State.WAITING) {
        state.set(State.RUNNING);
      } else if (mount.active().isInactiveOrFailed() && state.now() == State.RUNNING) {
        state.set(State.WAITING);
      }
    }
  }
}
