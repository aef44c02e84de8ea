package dev.dryboot.simulator.systemd;

import dev.dryboot.simulator.systemd.core.ManagerObserver;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Calls of systemctl that wait for more than their jobs: {@code --wait}. */
final class WaitingCalls implements ManagerObserver {
  private final List<Runnable> untilStarted = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private boolean started;

  /** A call that waits until units are down again (bus-wait-for-units.c). */
  private static final class Call {
    final Set<RunningUnit> units;
    final Consumer<Boolean> then;
    boolean failed;

    Call(Set<RunningUnit> units, Consumer<Boolean> then) {
      this.units = units;
      this.then = then;
    }
  }

  /** Whether there were no jobs left once: the system has started. */
  boolean started() {
    return started;
  }

  void whenStarted(Runnable then) {
    if (started) {
      then.run();
    } else {
      untilStarted.add(then);
    }
  }

  /** Has {@code then} run once all units are down and have no job, with whether none failed. */
  void whenDown(Set<RunningUnit> units, Consumer<Boolean> then) {
    Call call = new Call(new LinkedHashSet<>(units), then);
    calls.add(call);
    List.copyOf(call.units).forEach(unit -> look(call, unit, unit.active()));
    finish();
  }

  @Override
  public void noJobsLeft() {
    started = true;
    List<Runnable> waiting = List.copyOf(untilStarted);
    untilStarted.clear();
    waiting.forEach(Runnable::run);
  }

  @Override
  public void unit(RunningUnit unit, ActiveState from, ActiveState to) {
    if (!calls.isEmpty()) {
      calls.forEach(call -> look(call, unit, to));
      finish();
    }
  }

  private static void look(Call call, RunningUnit unit, ActiveState state) {
    if (call.units.contains(unit) && state.isInactiveOrFailed() && unit.job() == null) {
      call.units.remove(unit);
      call.failed |= state == ActiveState.FAILED;
    }
  }

  private void finish() {
    List<Call> over = calls.stream().filter(c -> c.units.isEmpty()).toList();
    calls.removeAll(over);
    over.forEach(c -> c.then.accept(!c.failed));
  }
}
