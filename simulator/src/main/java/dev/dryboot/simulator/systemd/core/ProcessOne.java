package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.kernel.Ticket;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.systemd.SystemdVersion;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.transaction.DeletedJob;
import dev.dryboot.simulator.systemd.transaction.JobMode;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.transaction.Plan;
import dev.dryboot.simulator.systemd.transaction.Refusal;
import dev.dryboot.simulator.systemd.transaction.Situation;
import dev.dryboot.simulator.systemd.transaction.Transaction;
import dev.dryboot.simulator.systemd.unit.Unit;
import dev.dryboot.simulator.systemd.unit.UnitGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The manager at work: its units ({@link RunningUnits}), its jobs ({@link JobTable}), and the loop
 * in which it hears of things ({@link EventLoop}).
 */
public final class ProcessOne {
  private final Machine machine;
  private final SystemdVersion version;
  private final HostFacts facts;
  private final UnitMachines machines;
  private final RunningUnits units;
  private final Situation situation;
  private final EventLoop loop;
  private final JobTable jobs = new JobTable(this);
  private final StateChanges changes = new StateChanges(this);
  private final DeferredQueues deferred = new DeferredQueues(this);
  private final Conditions conditions = new Conditions(this);
  private final List<ManagerObserver> observers = new ArrayList<>();
  private final IdleActions idle;
  private final ManagerEnvironment environment;
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
    this.environment = new ManagerEnvironment(facts.environment());
    this.machines = machines;
    this.idle = new IdleActions(machine.kernel());
    this.units = new RunningUnits(this, loading);
    this.situation = new PresentSituation(this);
    this.loop =
        new EventLoop(machine.kernel(), version, deferred::dispatch, jobs::dispatchRunQueue);
  }

  public Machine machine() {
    return machine;
  }

  public long now() {
    return machine.kernel().now();
  }

  public SystemdVersion version() {
    return version;
  }

  public HostFacts facts() {
    return facts;
  }

  /** The variables that it hands to what it starts. */
  public ManagerEnvironment environment() {
    return environment;
  }

  public UnitMachines machines() {
    return machines;
  }

  public UnitGraph graph() {
    return units.graph();
  }

  /** All units that are known, in the order they came to be known. */
  public List<Unit> units() {
    return units.graph().units();
  }

  /** The unit of that name with its state, loaded where it was not; empty for names of no unit. */
  public Optional<RunningUnit> load(String name) {
    return units.load(name);
  }

  /** A unit with its state. */
  public RunningUnit running(Unit unit) {
    return units.running(unit);
  }

  public ActiveState active(Unit unit) {
    return units.running(unit).active();
  }

  /** Has a unit stay loaded whatever becomes of it. */
  public void pin(String unit) {
    units.pin(unit);
  }

  RunningUnits runningUnits() {
    return units;
  }

  void unload(RunningUnit unit) {
    units.unload(unit);
    observers.forEach(o -> o.unloaded(unit.unit()));
  }

  /** Reads all unit files again ({@code daemon-reload}); states and jobs stay. */
  public void reload() {
    units.reload();
    wake();
  }

  /** Loads the perpetual units, so that they are there from the beginning. */
  public void loadPerpetual() {
    units.loadPerpetual();
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

  /** What came of {@link #addJob}: the job, or why there is none. */
  public record Added(@Nullable Job job, Optional<Refusal> refusal) {}

  public Added addJob(JobType type, Unit unit, JobMode mode) {
    return addJob(type, unit, mode, false);
  }

  /** Plans and installs what a request comes down to (manager_add_job_full). */
  public Added addJob(JobType type, Unit unit, JobMode mode, boolean requeueAnchor) {
    return apply(Transaction.plan(type, unit, mode, requeueAnchor, situation), mode);
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
    Plan plan = Transaction.planPropagatedReload(unit, situation);
    if (plan.jobs().size() > 1 || version.installsAnchorsAlone()) {
      apply(plan, JobMode.FAIL);
    }
  }

  /** Tells what a unit's machine has changed to. */
  public void notify(RunningUnit unit, ActiveState from, ActiveState to) {
    changes.notify(unit, from, to);
  }

  /** Handles something in the loop, as an ordinary event. */
  public void post(Runnable event) {
    post(EventLoop.Priority.NORMAL, event);
  }

  /** Handles the end of a child. */
  public void postChildEnded(int pid, Runnable event) {
    loop.postChildEnded(machine.processes().placeOfEnded(pid), event);
  }

  /** Handles something in the loop, before or after events of another kind. */
  public void post(EventLoop.Priority priority, Runnable event) {
    loop.post(priority, event);
  }

  /** Handles something after {@code microseconds}, with the accuracy that systemd's timers have. */
  public Ticket after(long microseconds, Runnable event) {
    return after(microseconds, Timers.DEFAULT_ACCURACY, event);
  }

  /** Handles something after {@code microseconds}, or up to {@code accuracy} later. */
  public Ticket after(long microseconds, long accuracy, Runnable event) {
    return loop.after(microseconds, accuracy, EventLoop.Priority.NORMAL, event);
  }

  /** The same, when nothing else is to be handled that may be a sign of life. */
  public Ticket afterOthers(long microseconds, Runnable event) {
    return loop.after(microseconds, Timers.DEFAULT_ACCURACY, EventLoop.Priority.IDLE, event);
  }

  /**
   * Does something once no jobs are left, or {@code timeout} microseconds from now at the latest.
   */
  public void whenIdle(long timeout, Runnable action) {
    idle.add(timeout, action);
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
    observers.forEach(o -> o.job(job, event, result));
  }

  void unitChanged(RunningUnit unit, ActiveState from, ActiveState to) {
    observers.forEach(o -> o.unit(unit, from, to));
  }

  void checkFinished() {
    if (jobs.isEmpty()) {
      idle.run();
      observers.forEach(ManagerObserver::noJobsLeft);
    }
  }

  /**
   * Carries out an emergency action such as {@code reboot-force} (emergency-action.c).
   *
   * @param exitStatus with which process 1 of a container ends, where the action is to end it
   */
  public void emergency(String action, Optional<Integer> exitStatus, String why) {
    if (action.equals("none") || action.isEmpty() || ended) {
      return;
    }
    observers.forEach(o -> o.emergency(action, exitStatus, why));
  }

  public boolean ended() {
    return ended;
  }

  /** The manager stops: nothing is handled any more. */
  public void end() {
    ended = true;
    idle.stop();
    loop.stop();
  }
}
