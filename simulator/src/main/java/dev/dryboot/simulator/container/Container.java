package dev.dryboot.simulator.container;

import dev.dryboot.foreign.container.RestartPolicy;
import dev.dryboot.simulator.kernel.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A container that an engine knows, running or not. */
public final class Container {
  /** What a container is doing, in Docker's words. */
  public enum State {
    CREATED,
    RUNNING,
    RESTARTING,
    EXITED
  }

  private final String id;
  private final String name;
  private final ContainerSpec spec;
  private final List<IntConsumer> waiters = new ArrayList<>();
  private Asker owner = new Asker("", "", false);
  private State state = State.CREATED;
  private int exitCode;
  private int pid;
  private int restarts;
  private long startedAt;
  private long backOff;
  private boolean manuallyStopped;
  private boolean restartAsked;
  private String health = "";
  private @Nullable Ticket pendingRestart;

  Container(String id, String name, ContainerSpec spec) {
    this.id = id;
    this.name = name;
    this.spec = spec;
  }

  /** 64 hexadecimal digits. */
  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public ContainerSpec spec() {
    return spec;
  }

  public State state() {
    return state;
  }

  /** Meaningful once it has exited. */
  public int exitCode() {
    return exitCode;
  }

  /** The process in it, 0 where none runs. */
  public int pid() {
    return pid;
  }

  /** How often the engine has restarted it. */
  public int restarts() {
    return restarts;
  }

  /** {@code healthy}, {@code unhealthy}, {@code starting}; empty without a health check. */
  public String health() {
    return health;
  }

  public boolean running() {
    return state == State.RUNNING;
  }

  boolean manuallyStopped() {
    return manuallyStopped;
  }

  void manuallyStopped(boolean by) {
    manuallyStopped = by;
  }

  void restartAsked(boolean by) {
    restartAsked = by;
  }

  /** Whether it is removed when it has exited. */
  boolean removesItself() {
    return spec.autoRemove() && !restartAsked;
  }

  long startedAt() {
    return startedAt;
  }

  /** Who had it made, for the scenario's durations. */
  public Asker owner() {
    return owner;
  }

  void owner(Asker by) {
    owner = by;
  }

  void health(String now) {
    health = now;
  }

  void started(int process, long at) {
    state = State.RUNNING;
    pid = process;
    startedAt = at;
  }

  void exited(int code) {
    state = State.EXITED;
    exitCode = code;
    pid = 0;
  }

  void restored(State was, int code, int count, boolean stopped) {
    state = was;
    exitCode = code;
    restarts = count;
    manuallyStopped = stopped;
  }

  /**
   * 100 ms, doubled each time up to a minute; anew after ten seconds of running
   * (restartmanager.go).
   */
  long nextBackOff(long now) {
    boolean ranLong = now - startedAt >= 10_000_000;
    backOff = ranLong || backOff == 0 ? 100_000 : Math.min(backOff * 2, 60_000_000);
    return backOff;
  }

  /** Somebody starts it: what was before does not count (moby, ResetRestartManager). */
  void beginAnew() {
    cancelRestart();
    manuallyStopped = false;
    restarts = 0;
    backOff = 0;
  }

  void restarting(Ticket ticket) {
    state = State.RESTARTING;
    restarts++;
    pendingRestart = ticket;
  }

  void cancelRestart() {
    if (pendingRestart != null) {
      pendingRestart.cancel();
      pendingRestart = null;
    }
    if (state == State.RESTARTING) {
      state = State.EXITED;
    }
  }

  /** Calls when it exits next. */
  public void onExit(IntConsumer waiter) {
    waiters.add(waiter);
  }

  List<IntConsumer> takeWaiters() {
    var taken = List.copyOf(waiters);
    waiters.clear();
    return taken;
  }

  /**
   * Whether the engine starts it again when the engine itself has started (restartmanager.go): of
   * those with {@code on-failure} also one that was stopped by hand, where that was a failure.
   */
  public boolean shouldRestart() {
    RestartPolicy policy = spec().restart();
    return switch (policy.kind()) {
      case NO -> false;
      case ALWAYS -> true;
      case UNLESS_STOPPED -> !manuallyStopped();
      case ON_FAILURE ->
          exitCode() != 0 && (policy.retries() == 0 || restarts() < policy.retries());
    };
  }
}
