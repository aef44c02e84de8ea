package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state machine of a unit: what its type adds to what all units have (systemd's UnitVTable).
 */
public interface UnitMachine {
  /** The state of its own that it is in, and how it fared. */
  MachineState<?> state();

  default ActiveState active() {
    return state().active();
  }

  /** SubState, in systemd's word. */
  default String sub() {
    return state().now().word();
  }

  /** Result, in systemd's word; {@code -} for types that have none. */
  default String result() {
    return state().result().word();
  }

  Answer start();

  Answer stop();

  default Answer reload() {
    return Answer.INVALID;
  }

  default boolean canReload() {
    return false;
  }

  /** Whether it can be started at all; devices, for one, cannot. */
  default boolean startable() {
    return true;
  }

  default boolean stoppable() {
    return true;
  }

  /** Asked before {@link #start}, where start limits are counted (UnitVTable.can_start). */
  default Answer mayStart() {
    return Answer.OK;
  }

  /** Whether the last reload went well, for those that wait for it. */
  default boolean reloadSucceeded() {
    return true;
  }

  /** Whether the state that it is in now leads to another start by itself. */
  default boolean willAutoRestart() {
    return false;
  }

  /** Whether it is about to start again by itself. */
  default boolean willRestart() {
    return false;
  }

  /** A unit that this one triggers has changed. */
  default void triggerChanged(RunningUnit triggered) {}

  /** {@code systemctl reset-failed}. */
  default void resetFailed() {
    state().resetFailed();
  }

  /** Whether it may be unloaded when it is inactive. */
  default boolean mayBeCollected() {
    return true;
  }

  /** Its main process, or 0. */
  default int mainPid() {
    return 0;
  }

  /**
   * The exit status of its main process when that ended last: 255 where a signal ended it, empty
   * where none has ended or the type has none (unit.c: unit_exit_status).
   */
  default Optional<Integer> exitStatus() {
    return Optional.empty();
  }

  /** NRestarts; {@code -1} for types that have none. */
  default int restarts() {
    return -1;
  }

  /** {@code systemctl kill} of the units that have processes. */
  default Killed kill(String whom, int signal) {
    return Killed.UNSUPPORTED;
  }

  /** Whether it is up and its control group was never made, for none of its commands ever ran. */
  default boolean lacksControlGroup() {
    return false;
  }

  /**
   * What {@code systemctl clean} can take away of it: paths, by kind ({@code state}, {@code cache},
   * …).
   */
  default Map<String, List<String>> cleanable() {
    return Map.of();
  }

  /** What came of {@link #kill}. */
  enum Killed {
    SIGNALLED,
    NOBODY,
    UNSUPPORTED
  }

  /** The unit's files were read again. */
  default void reloaded(Unit unit) {}

  /** All units' files were read again, and it goes on from the state that it was in. */
  default void coldplug() {}
}
