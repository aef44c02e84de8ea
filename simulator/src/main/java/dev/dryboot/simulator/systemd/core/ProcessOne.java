package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.kernel.Stage;
import dev.dryboot.simulator.kernel.Ticket;
import dev.dryboot.simulator.kernel.TieBreaker;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.systemd.SystemdVersion;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.transaction.DeletedJob;
import dev.dryboot.simulator.systemd.transaction.JobMode;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.transaction.OrderedJob;
import dev.dryboot.simulator.systemd.transaction.Plan;
import dev.dryboot.simulator.systemd.transaction.Refusal;
import dev.dryboot.simulator.systemd.transaction.Situation;
import dev.dryboot.simulator.systemd.transaction.Transaction;
import dev.dryboot.simulator.systemd.unit.LoadState;
import dev.dryboot.simulator.systemd.unit.Unit;
import dev.dryboot.simulator.systemd.unit.UnitGraph;
import dev.dryboot.simulator.systemd.unit.UnitType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The manager at work: its units, its jobs, and the loop in which it hears of things. */
public final class ProcessOne implements Situation {
  private final Machine machine;
  private final SystemdVersion version;
  private final HostFacts facts;
  private final UnitMachines machines;
  private final Supplier<UnitGraph> loading;
  private final EventLoop loop;
  private final JobTable jobs = new JobTable(this);
  private final StateChanges changes = new StateChanges(this);
  private final DeferredQueues deferred = new DeferredQueues(this);
  private final Conditions conditions = new Conditions(this);
  private final List<RunningUnit> table = new ArrayList<>();
  private final Set<String> pinned = new LinkedHashSet<>();
  private final List<ManagerObserver> observers = new ArrayList<>();
  private final List<Runnable> idle = new ArrayList<>();
  private UnitGraph graph;
  private long lastFork;
  private boolean ended;

  /**
   * @param loading reads the unit path as it stands, for the start and for each reload
   */
  public ProcessOne(
      Machine machine,
      SystemdVersion version,
      HostFacts facts,
      UnitMachines machines,
      Supplier<UnitGraph> loading) {
    this.machine = machine;
    this.version = version;
    this.facts = facts;
    this.machines = machines;
    this.loading = loading;
    this.graph = loading.get();
    this.loop = new EventLoop(machine.kernel(), deferred::dispatch, jobs::dispatchRunQueue);
  }

  public Machine machine() {
    return machine;
  }

  public long now() {
    return machine.kernel().now();
  }

  @Override
  public SystemdVersion version() {
    return version;
  }

  public HostFacts facts() {
    return facts;
  }

  public UnitMachines machines() {
    return machines;
  }

  public UnitGraph graph() {
    return graph;
  }

  public JobTable jobs() {
    return jobs;
  }

  public StateChanges changes() {
    return changes;
  }

  DeferredQueues deferred() {
    return deferred;
  }

  Conditions conditions() {
    return conditions;
  }

  /** The unit of that name with its state, loaded where it was not; empty for names of no unit. */
  public Optional<RunningUnit> load(String name) {
    boolean known = graph.find(name).isPresent();
    Optional<RunningUnit> unit = graph.load(name).map(this::retried).map(this::running);
    if (!known) {
      unit.ifPresent(deferred::submitToCollect);
    }
    return unit;
  }

  /** A unit that was not found is looked for again (manager_unit_cache_should_retry_load). */
  private Unit retried(Unit unit) {
    return unit;
  }

  /** A unit with its state. */
  public RunningUnit running(Unit unit) {
    int index = unit.index();
    while (table.size() <= index) {
      table.add(null);
    }
    RunningUnit running = table.get(index);
    if (running == null || running.unit() != unit) {
      running = new RunningUnit(this, unit);
      table.set(index, running);
    }
    return running;
  }

  boolean isKnown(RunningUnit unit) {
    return unit.unit().index() < table.size() && table.get(unit.unit().index()) == unit;
  }

  /** Has a unit stay loaded whatever becomes of it. */
  public void pin(String unit) {
    pinned.add(unit);
  }

  boolean isPinned(RunningUnit unit) {
    return pinned.contains(unit.id());
  }

  void unload(RunningUnit unit) {
    Unit gone = unit.unit();
    List<Unit> others = new ArrayList<>();
    others.addAll(gone.of(dev.dryboot.simulator.systemd.unit.Dependency.REFERENCES));
    graph.unload(gone);
    table.set(gone.index(), null);
    others.forEach(other -> deferred.submitToCollect(running(other)));
    observers.forEach(o -> o.unloaded(gone));
  }

  @Override
  public ActiveState active(Unit unit) {
    return running(unit).active();
  }

  @Override
  public @Nullable OrderedJob installed(Unit unit) {
    return running(unit).job();
  }

  @Override
  public List<Unit> units() {
    return graph.units();
  }

  @Override
  public boolean applicable(Unit unit, JobType type) {
    return switch (type) {
      case START, VERIFY_ACTIVE, NOP -> true;
      case STOP -> !isPerpetual(unit);
      case RESTART, TRY_RESTART -> canStart(unit) && canStop(unit);
      case RELOAD, TRY_RELOAD -> running(unit).machine().canReload();
      case RELOAD_OR_START -> running(unit).machine().canReload() && canStart(unit);
    };
  }

  private boolean canStart(Unit unit) {
    return unit.loadState() == LoadState.LOADED && running(unit).machine().startable();
  }

  private boolean canStop(Unit unit) {
    return !isPerpetual(unit) && running(unit).machine().stoppable();
  }

  /** Units that are always there and cannot be stopped. */
  public static boolean isPerpetual(Unit unit) {
    return switch (unit.id()) {
      case "-.slice", "system.slice", "init.scope", "-.mount" -> true;
      default -> false;
    };
  }

  @Override
  public TieBreaker ties() {
    return machine.kernel().tieBreaker();
  }

  /** What came of {@link #addJob}: the job, or why there is none. */
  public record Added(@Nullable Job job, Optional<Refusal> refusal) {}

  public Added addJob(JobType type, Unit unit, JobMode mode) {
    return addJob(type, unit, mode, false);
  }

  /** Plans and installs what a request comes down to (manager_add_job_full). */
  public Added addJob(JobType type, Unit unit, JobMode mode, boolean requeueAnchor) {
    Plan plan = Transaction.plan(type, unit, mode, requeueAnchor, this);
    return apply(plan, mode);
  }

  private Added apply(Plan plan, JobMode mode) {
    for (DeletedJob deleted : plan.deleted()) {
      publish(
          new Fact.JobDeleted(
              deleted.unit().id(),
              deleted.type().word(),
              deleted.cycle().stream().map(Unit::id).toList()));
      observers.forEach(o -> o.deleted(deleted));
    }
    if (plan.refusal().isPresent()) {
      return new Added(null, plan.refusal());
    }
    return new Added(jobs.apply(plan, mode), Optional.empty());
  }

  /** Reloads what is to be reloaded with {@code unit} (manager_propagate_reload). */
  public void propagateReload(Unit unit) {
    Plan plan = Transaction.planPropagatedReload(unit, this);
    if (plan.jobs().size() > 1) {
      apply(plan, JobMode.FAIL);
    }
  }

  /** Tells what a unit's machine has changed to. */
  public void notify(
      RunningUnit unit,
      ActiveState from,
      ActiveState to,
      StateChanges.Circumstances circumstances) {
    changes.notify(unit, from, to, circumstances);
  }

  public void notify(RunningUnit unit, ActiveState from, ActiveState to) {
    changes.notify(unit, from, to, StateChanges.Circumstances.ORDINARY);
  }

  /** Handles something in the loop, as an ordinary event. */
  public void post(Runnable event) {
    loop.post(EventLoop.Priority.NORMAL, event);
  }

  /** Handles the end of a child. */
  public void postChildEnded(Runnable event) {
    loop.post(EventLoop.Priority.SIGCHLD, event);
  }

  public void postNotification(Runnable event) {
    loop.post(EventLoop.Priority.NOTIFY, event);
  }

  public void postExecuted(Runnable event) {
    loop.post(EventLoop.Priority.EXEC_FD, event);
  }

  public void postGroupEmptied(Runnable event) {
    loop.post(EventLoop.Priority.CGROUP_EMPTY, event);
  }

  /** Handles something after {@code microseconds}, with the accuracy that systemd's timers have. */
  public Ticket after(long microseconds, Runnable event) {
    return loop.after(microseconds, Timers.DEFAULT_ACCURACY, event);
  }

  /** Handles something after {@code microseconds}, or up to {@code accuracy} later. */
  public Ticket after(long microseconds, long accuracy, Runnable event) {
    return loop.after(microseconds, accuracy, event);
  }

  /**
   * Does something once no jobs are left, or {@code timeout} microseconds from now at the latest.
   */
  public void whenIdle(long timeout, Runnable action) {
    boolean[] done = {false};
    Runnable once =
        () -> {
          if (!done[0] && !ended) {
            done[0] = true;
            action.run();
          }
        };
    Ticket latest = machine.kernel().after(timeout, Stage.WORLD, once);
    idle.add(
        () -> {
          latest.cancel();
          once.run();
        });
  }

  /** How long after now the next fork is done: the manager forks one after the other. */
  public long forkDelay(long forkTime) {
    lastFork = Math.max(lastFork, now()) + forkTime;
    return lastFork - now();
  }

  void wake() {
    loop.wake();
  }

  void planRunQueue() {
    loop.planRunQueue();
  }

  public void publish(Fact fact) {
    machine.publish(fact);
  }

  public void observe(ManagerObserver observer) {
    observers.add(observer);
  }

  void observeJob(Job job, JobEvent event, @Nullable JobResult result) {
    for (ManagerObserver observer : observers) {
      observer.job(job, event, result);
    }
  }

  void unitChanged(RunningUnit unit, ActiveState from, ActiveState to) {
    for (ManagerObserver observer : observers) {
      observer.unit(unit, from, to);
    }
  }

  void checkFinished() {
    if (jobs.isEmpty()) {
      List<Runnable> now = List.copyOf(idle);
      idle.clear();
      now.forEach(Runnable::run);
      observers.forEach(ManagerObserver::noJobsLeft);
    }
  }

  /** Carries out an emergency action such as {@code reboot-force} (emergency-action.c). */
  public void emergency(String action, String why) {
    if (action.equals("none") || action.isEmpty() || ended) {
      return;
    }
    observers.forEach(o -> o.emergency(action, why));
  }

  /** {@code systemctl reset-failed} of one unit. */
  public void resetFailed(RunningUnit unit) {
    unit.resetFailed();
  }

  /** Reads all unit files again ({@code daemon-reload}); states and jobs stay. */
  public void reload() {
    List<RunningUnit> before = new ArrayList<>();
    for (RunningUnit unit : table) {
      if (unit != null) {
        before.add(unit);
      }
    }
    graph = loading.get();
    table.clear();
    for (RunningUnit unit : before) {
      boolean keep =
          unit.job() != null
              || unit.nopJob() != null
              || !unit.active().isInactiveOrFailed()
              || unit.active() == ActiveState.FAILED;
      if (keep) {
        graph.load(unit.id()).ifPresent(now -> adopt(unit, now));
      }
    }
    // What is down keeps its result and its counts where something still refers to it.
    for (RunningUnit unit : before) {
      graph
          .find(unit.id())
          .filter(now -> running(now) != unit && running(now).isUntouched())
          .ifPresent(now -> adopt(unit, now));
    }
    // Dependencies may be others now (unit.c: unit_coldplug).
    before.forEach(deferred::submitAll);
    wake();
  }

  private void adopt(RunningUnit unit, Unit now) {
    unit.reloaded(now);
    while (table.size() <= now.index()) {
      table.add(null);
    }
    table.set(now.index(), unit);
  }

  public boolean ended() {
    return ended;
  }

  /** The manager stops: nothing is handled any more. */
  public void end() {
    ended = true;
    loop.stop();
  }

  /** Loads the perpetual units, so that they are there from the beginning. */
  public void loadPerpetual() {
    for (String name : List.of("-.slice", "system.slice", "init.scope", "-.mount")) {
      graph.load(name);
    }
    for (var mount : machine.files().mounts()) {
      graph.load(dev.dryboot.simulator.systemd.unit.UnitName.ofPath(mount.where(), UnitType.MOUNT));
    }
  }
}
