package dev.dryboot.simulator.systemd.trigger;

import dev.dryboot.simulator.systemd.core.Answer;
import dev.dryboot.simulator.systemd.core.MachineState;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RateLimit;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.UnitMachine;
import dev.dryboot.simulator.systemd.core.UnitResult;
import dev.dryboot.simulator.systemd.service.ServiceOptions;
import dev.dryboot.simulator.systemd.service.ServiceState;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.unit.Settings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A socket unit: listens, and starts a service when somebody connects (socket.c). */
public final class SocketMachine implements UnitMachine {
  private final RunningUnit owner;
  private final boolean accept;
  private final boolean flushPending;
  private final SocketInstances instances;
  private final RateLimit triggerLimit;
  private final PollLimit pollLimit;
  private final SocketPhases phases;
  private final MachineState<SocketState> state;
  private int pending;
  private int takenConnections;
  private boolean wakePlanned;
  private long listenedFrom = -1;
  private @Nullable RunningUnit holder;
  private long listenedUntil = -1;

  /**
   * @param options with which processes are started, its commands as those of services
   */
  public SocketMachine(RunningUnit owner, ServiceOptions options) {
    this.owner = owner;
    this.state = new MachineState<>(owner, SocketState.DEAD, SocketState.FAILED, this::entering);
    this.phases = new SocketPhases(this, state, owner, options);
    Settings settings = owner.unit().settings();
    this.accept = settings.isTrue("Socket", "Accept", false);
    this.flushPending = settings.isTrue("Socket", "FlushPending", false);
    this.instances = new SocketInstances(owner);
    this.triggerLimit =
        new RateLimit(
            settings.microseconds("Socket", "TriggerLimitIntervalSec", 2_000_000),
            settings.number("Socket", "TriggerLimitBurst", accept ? 200 : 20));
    // A socket that is not watched while its service runs begins anew each time.
    boolean polls = accept && owner.processOne().version().hasPollLimit();
    this.pollLimit =
        new PollLimit(
            polls ? settings.microseconds("Socket", "PollLimitIntervalSec", 2_000_000) : 0,
            settings.number("Socket", "PollLimitBurst", 150));
  }

  private ProcessOne processOne() {
    return owner.processOne();
  }

  @Override
  public MachineState<?> state() {
    return state;
  }

  boolean isOpen() {
    return state.now().isOpen();
  }

  private boolean isListening() {
    return state.now() == SocketState.LISTENING || state.now() == SocketState.RUNNING;
  }

  boolean listensAt(String address) {
    return SocketAddresses.of(owner.unit().settings()).contains(address);
  }

  /** Whether it is stopped, but the service that got it still runs, and its file is there. */
  boolean isHeldByService() {
    return holder != null
        && holder.machine().mainPid() > 0
        && holder.inactiveExit() >= listenedFrom
        && holder.inactiveExit() <= listenedUntil;
  }

  private void entering(SocketState to) {
    if (!to.hasControlProcess()) {
      phases.control().release();
    }
    if (state.now().isOpen() && !to.isOpen()) {
      pending = 0;
      listenedUntil = processOne().now();
      boolean stays = !owner.unit().settings().isTrue("Socket", "RemoveOnStop", false);
      holder = stays && !accept ? owner.triggered().orElse(null) : null;
      processOne().machine().port(Listeners.class).ifPresent(l -> l.closed(this));
    }
  }

  @Override
  public Answer mayStart() {
    return state.mayStart();
  }

  @Override
  public Answer start() {
    if (state.now().isStopping()) {
      return Answer.AGAIN;
    }
    if (state.now().isStarting()) {
      return Answer.OK;
    }
    Optional<RunningUnit> service = owner.triggered();
    if (!accept && service.isPresent()) {
      if (!service.get().unit().isLoaded() || isActive(service.get(), false)) {
        return Answer.FAILED;
      }
    }
    state.succeed();
    phases.startPre();
    return Answer.OK;
  }

  @Override
  public Answer stop() {
    if (state.now().isStopping()) {
      return Answer.OK;
    }
    if (state.now().isStarting()) {
      phases.signal(SocketState.STOP_PRE_SIGTERM, UnitResult.SUCCESS);
      return Answer.AGAIN;
    }
    phases.stopPre(UnitResult.SUCCESS);
    return Answer.OK;
  }

  @Override
  public Killed kill(String whom, int signal) {
    return phases.control().signal(whom, signal);
  }

  @Override
  public boolean lacksControlGroup() {
    return state.now().isOpen() && phases.ranNothing();
  }

  /** From now on the kernel keeps connections for it. */
  void opened() {
    listenedFrom = processOne().now();
  }

  void listening() {
    if (flushPending && !accept) {
      pending = 0;
    }
    state.set(SocketState.LISTENING);
    wake();
  }

  /**
   * Somebody connects.
   *
   * @param taken whether the service will take the connection once it runs; else it stays in the
   *     queue and starts the service again when that has ended
   */
  void connect(boolean taken) {
    if (!taken || accept) {
      pending++;
    } else if (state.now() == SocketState.LISTENING) {
      pending++;
      takenConnections++;
    }
    wake();
  }

  private void wake() {
    if (pending > 0 && state.now() == SocketState.LISTENING && !wakePlanned) {
      wakePlanned = true;
      processOne().after(pollLimit.delay(processOne().now()), 0, this::dispatch);
    }
  }

  private void dispatch() {
    wakePlanned = false;
    if (state.now() != SocketState.LISTENING || pending == 0) {
      return;
    }
    pollLimit.count(processOne().now());
    running();
    if (accept) {
      wake();
    }
  }

  /** socket_enter_running(). */
  private void running() {
    if (owner.stopPending()) {
      pending = 0;
      return;
    }
    if (!triggerLimit.below(processOne().now())) {
      phases.stopPre(UnitResult.TRIGGER_LIMIT_HIT);
      return;
    }
    if (!accept) {
      startService();
      return;
    }
    pending--;
    if (!instances.accept()) {
      phases.stopPre(UnitResult.RESOURCES);
    }
  }

  /** Accept=no: the service takes the connections. */
  private void startService() {
    Optional<RunningUnit> service = owner.triggered();
    if (service.isEmpty()) {
      phases.stopPre(UnitResult.RESOURCES);
      return;
    }
    boolean starting =
        service.get().active().isActiveOrActivating()
            || service.get().job() != null && service.get().job().type() == JobType.START;
    if (!starting && !service.get().enqueue(JobType.START)) {
      phases.stopPre(UnitResult.RESOURCES);
      return;
    }
    pending -= Math.min(pending, takenConnections);
    takenConnections = 0;
    state.set(SocketState.RUNNING);
  }

  @Override
  public void triggerChanged(RunningUnit service) {
    if (!isListening() || accept) {
      return;
    }
    if (service.startLimitHit()) {
      phases.stopPre(UnitResult.SERVICE_START_LIMIT_HIT);
      return;
    }
    if (service.job() != null) {
      return;
    }
    if (!isActive(service, true)) {
      listening();
    }
    if (service.machine().state().now() == ServiceState.RUNNING) {
      state.set(SocketState.RUNNING);
    }
  }

  /** SOCKET_SERVICE_IS_ACTIVE: not dead, failed or waiting to be restarted. */
  private static boolean isActive(RunningUnit service, boolean allowFinal) {
    return service.machine().state().now() instanceof ServiceState state
        && switch (state) {
          case DEAD,
              FAILED,
              DEAD_BEFORE_AUTO_RESTART,
              FAILED_BEFORE_AUTO_RESTART,
              DEAD_RESOURCES_PINNED,
              AUTO_RESTART,
              AUTO_RESTART_QUEUED ->
              false;
          case FINAL_SIGTERM, FINAL_SIGKILL, STOP_POST, FINAL_WATCHDOG -> !allowFinal;
          default -> true;
        };
  }
}
