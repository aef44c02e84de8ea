package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.machine.Processes;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.transaction.JobMode;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.unit.Dependency;
import dev.dryboot.simulator.systemd.unit.Settings;
import dev.dryboot.simulator.systemd.unit.Unit;
import dev.dryboot.simulator.systemd.unit.UnitType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A unit with its state: what is running of it, the job installed for it, its limits. */
public final class RunningUnit {
  private static final long AUTO_INTERVAL = 10_000_000;
  private static final long AUTO_BURST = 16;

  private final ProcessOne processOne;
  private final RateLimit autoStartStop = new RateLimit(AUTO_INTERVAL, AUTO_BURST);
  private RateLimit startLimit;
  private Unit unit;
  private String controlGroup = "";
  private Urgency urgency;
  private @Nullable UnitMachine machine;
  private @Nullable Job job;
  private @Nullable Job nopJob;
  private boolean startLimitHit;
  private boolean retryPending;
  private boolean conditionsMet = true;

  /** Marks of the deferred queues. */
  boolean inUpheldQueue;

  boolean inBoundQueue;
  boolean inUnneededQueue;
  boolean inCollectQueue;

  private long inactiveExit = -1;
  private long activeEnter = -1;
  private long activeExit = -1;
  private long inactiveEnter = -1;

  RunningUnit(ProcessOne processOne, Unit unit) {
    this.processOne = processOne;
    this.unit = unit;
    this.startLimit = startLimitOf(unit);
    this.urgency = urgencyOf(unit);
  }

  private static Urgency urgencyOf(Unit unit) {
    return unit.settings().derived(Urgency.class, unit.type(), s -> Urgency.of(s, unit.type()));
  }

  /** How urgent its jobs are, as one number: by type, services last; CPUWeight=; Nice=. */
  private record Urgency(long number) {
    private static final long MAX_WEIGHT = (1 << 20) - 1;
    private static final int TYPES = UnitType.values().length;

    static Urgency of(Settings settings, UnitType type) {
      String nice = settings.text(type.section(), "Nice", "");
      long weight = Math.min(MAX_WEIGHT, settings.number(type.section(), "CPUWeight", 100));
      long niceness = nice.matches("-?[0-9]{1,2}") ? Long.parseLong(nice) : 0;
      long byWeight = (TYPES - type.ordinal()) * (MAX_WEIGHT + 1) + MAX_WEIGHT - weight;
      return new Urgency(byWeight * 256 + niceness);
    }
  }

  /** Of two units the one with the lower number goes first in the run queue. */
  long urgency() {
    return urgency.number();
  }

  private static RateLimit startLimitOf(Unit unit) {
    return new RateLimit(unit.traits().startLimitInterval(), unit.traits().startLimitBurst());
  }

  public Unit unit() {
    return unit;
  }

  public String id() {
    return unit.id();
  }

  public ProcessOne processOne() {
    return processOne;
  }

  public UnitMachine machine() {
    UnitMachine known = machine;
    if (known == null) {
      known = processOne.machines().of(this);
      machine = known;
    }
    return known;
  }

  public ActiveState active() {
    return machine == null && !processOne.machines().mayBeginActive(unit)
        ? ActiveState.INACTIVE
        : machine().active();
  }

  /** Its control group: the one that it has processes in, also where its slice is another now. */
  public String controlGroup() {
    if (controlGroup.isEmpty() || processOne.machine().processes().in(controlGroup).isEmpty()) {
      controlGroup = unit.controlGroup();
    }
    return controlGroup;
  }

  /** The unit that it triggers (UNIT_TRIGGER). */
  public Optional<RunningUnit> triggered() {
    return unit.of(Dependency.TRIGGERS).stream().findFirst().map(processOne::running);
  }

  /** Whether the unit that it triggers is loaded (unit_test_trigger_loaded). */
  public boolean isTriggerLoaded() {
    return triggered().filter(u -> u.unit().isLoaded()).isPresent();
  }

  /** Asks for a job for it, in the mode that units ask in; says whether that was taken. */
  public boolean enqueue(JobType type) {
    return processOne.addJob(type, unit, JobMode.REPLACE).refusal().isEmpty();
  }

  /** {@code systemctl kill} of all in its control group, where that is who is meant. */
  public UnitMachine.Killed killGroup(String whom, int signal) {
    Processes processes = processOne.machine().processes();
    List<Integer> pids = whom.equals("all") ? processes.in(controlGroup()) : List.of();
    pids.forEach(pid -> processes.signal(pid, signal));
    return pids.isEmpty() ? UnitMachine.Killed.NOBODY : UnitMachine.Killed.SIGNALLED;
  }

  /** Whether nothing has been done with it yet. */
  boolean isUntouched() {
    return machine == null;
  }

  boolean mayBeCollected() {
    return machine == null || machine.mayBeCollected();
  }

  public @Nullable Job job() {
    return job;
  }

  @Nullable Job nopJob() {
    return nopJob;
  }

  void job(@Nullable Job now) {
    job = now;
  }

  void nopJob(@Nullable Job now) {
    nopJob = now;
  }

  /** Whether it is to be stopped. */
  public boolean stopPending() {
    return job != null && job.type() == JobType.STOP;
  }

  /** Counts a start; says whether it is within StartLimitBurst= (unit_test_start_limit). */
  public boolean withinStartLimit() {
    startLimitHit = !startLimit.below(processOne.now());
    if (startLimitHit) {
      processOne.emergency(
          unit.traits().startLimitAction(), Optional.empty(), "unit " + id() + " failed");
    }
    return !startLimitHit;
  }

  public boolean startLimitHit() {
    return startLimitHit;
  }

  RateLimit autoStartStop() {
    return autoStartStop;
  }

  boolean retryPending() {
    return retryPending;
  }

  void retryPending(boolean now) {
    retryPending = now;
  }

  public boolean conditionsMet() {
    return conditionsMet;
  }

  public void conditionsMet(boolean now) {
    conditionsMet = now;
  }

  /**
   * {@code systemctl reset-failed} (unit_reset_failed). What triggers it hears of its new state
   * before it forgets that it was started too often.
   */
  public void resetFailed() {
    machine().resetFailed();
    startLimit.reset();
    startLimitHit = false;
  }

  void reloaded(Unit now) {
    unit = now;
    RateLimit read = startLimitOf(now);
    boolean counted = !processOne.version().forgetsStartsOnReload() && startLimit.isLike(read);
    startLimit = counted ? startLimit : read;
    startLimitHit = false;
    if (processOne.version().forgetsStartsOnReload()) {
      autoStartStop.reset();
      retryPending = false;
    }
    urgency = urgencyOf(unit);
    if (machine != null) {
      machine.reloaded(now);
    }
  }

  void coldplug() {
    if (machine != null) {
      machine.coldplug();
    }
  }

  void stamp(ActiveState from, ActiveState to, long now) {
    if (from.isInactiveOrFailed() && !to.isInactiveOrFailed()) {
      inactiveExit = now;
    } else if (!from.isInactiveOrFailed() && to.isInactiveOrFailed()) {
      inactiveEnter = now;
    }
    if (!from.isActiveOrReloading() && to.isActiveOrReloading()) {
      activeEnter = now;
    } else if (from.isActiveOrReloading() && !to.isActiveOrReloading()) {
      activeExit = now;
    }
  }

  /** When it last left the inactive state, in microseconds; -1 for never. */
  public long inactiveExit() {
    return inactiveExit;
  }

  public long activeEnter() {
    return activeEnter;
  }

  public long activeExit() {
    return activeExit;
  }

  public long inactiveEnter() {
    return inactiveEnter;
  }

  @Override
  public String toString() {
    return id();
  }
}
