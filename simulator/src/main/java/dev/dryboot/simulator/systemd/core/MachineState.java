package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.systemd.transaction.ActiveState;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The state that a unit's machine is in, and how the unit fared: what each of systemd's types has
 * as {@code x->state} and {@code x->result}, and what they all do alike with it.
 *
 * @param <S> the states of the type
 */
public final class MachineState<S extends SubState> {
  private final RunningUnit owner;
  private final S dead;
  private final S failed;
  private final Function<S, ActiveState> table;
  private final Consumer<S> entering;
  private S now;
  private UnitResult result = UnitResult.SUCCESS;

  /** Of a type that cannot fail. */
  public MachineState(RunningUnit owner, S dead) {
    this(owner, dead, dead, to -> {});
  }

  /**
   * Of a type that can fail.
   *
   * @param entering what the type does when it enters a state, before others hear of that
   */
  public MachineState(RunningUnit owner, S dead, S failed, Consumer<S> entering) {
    this(owner, dead, failed, entering, SubState::active);
  }

  /**
   * Of a type whose states are not always the same to the outside.
   *
   * @param table what they are now
   */
  public MachineState(
      RunningUnit owner, S dead, S failed, Consumer<S> entering, Function<S, ActiveState> table) {
    this.owner = owner;
    this.dead = dead;
    this.failed = failed;
    this.entering = entering;
    this.table = table;
    this.now = dead;
  }

  public S now() {
    return now;
  }

  public ActiveState active() {
    return table.apply(now);
  }

  public UnitResult result() {
    return result;
  }

  /** The state in which the manager finds the unit: nobody hears of it (x_coldplug). */
  public void found(S in) {
    now = in;
  }

  /** Changes the state, and lets others hear of it (x_set_state, unit_notify). */
  public void set(S to) {
    ActiveState from = active();
    entering.accept(to);
    now = to;
    owner.processOne().notify(owner, from, active());
  }

  /** Begins anew, with a start. */
  public void succeed() {
    result = UnitResult.SUCCESS;
  }

  /** How the unit fared, where nothing has failed before. */
  public void fail(UnitResult with) {
    if (result == UnitResult.SUCCESS) {
      result = with;
    }
  }

  /** Dead, or failed where something has (x_enter_dead). */
  public void enterDead(UnitResult with) {
    fail(with);
    set(result == UnitResult.SUCCESS ? dead : failed);
  }

  /** Counts a start: one too many fails (x_can_start). */
  public Answer mayStart() {
    if (owner.withinStartLimit()) {
      return Answer.OK;
    }
    enterDead(UnitResult.START_LIMIT_HIT);
    return Answer.FAILED;
  }

  /** {@code systemctl reset-failed} (x_reset_failed). */
  void resetFailed() {
    if (now == failed && failed != dead) {
      set(dead);
    }
    result = UnitResult.SUCCESS;
  }
}
