package dev.dryboot.simulator.systemd.trigger;

import dev.dryboot.simulator.systemd.core.Answer;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RateLimit;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.UnitMachine;
import dev.dryboot.simulator.systemd.service.ServiceOptions;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.transaction.JobMode;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.unit.Settings;
import java.util.Optional;

/** A socket unit: listens, and starts a service when somebody connects (socket.c). */
public final class SocketMachine implements UnitMachine {
  private final RunningUnit owner;
  private final boolean accept;
  private final boolean flushPending;
  private final SocketInstances instances;
  private final RateLimit triggerLimit;
  private final PollLimit pollLimit;
  private final SocketPhases phases;
  private SocketState state = SocketState.DEAD;
  private String result = "success";
  private int pending;
  private int takenConnections;
  private boolean wakePlanned;
  private long listenedFrom = -1;
  private long listenedUntil = -1;

  /**
   * @param options with which processes are started, its commands as those of services
   */
  public SocketMachine(RunningUnit owner, ServiceOptions options) {
    this.owner = owner;
    this.phases = new SocketPhases(this, owner, options);
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
  public ActiveState active() {
    return state.active();
  }

  @Override
  public String sub() {
    return state.word();
  }

  @Override
  public String result() {
    return result;
  }

  boolean isOpen() {
    return state.isOpen();
  }

  private boolean isListening() {
    return state == SocketState.LISTENING || state == SocketState.RUNNING;
  }

  boolean listensAt(String address) {
    return SocketAddresses.of(owner.unit().settings()).contains(address);
  }

  /** Whether it is stopped, but the service that got it still runs, and its file is there. */
  boolean isHeldByService() {
    Optional<RunningUnit> service = TriggerSupport.triggered(owner);
    return !accept
        && !owner.unit().settings().isTrue("Socket", "RemoveOnStop", false)
        && service.isPresent()
        && service.get().machine().mainPid() > 0
        && service.get().inactiveExit() >= listenedFrom
        && service.get().inactiveExit() <= listenedUntil;
  }

  SocketState state() {
    return state;
  }

  void state(SocketState to) {
    ActiveState from = active();
    if (state.isOpen() && !to.isOpen()) {
      pending = 0;
      listenedUntil = processOne().now();
    }
    state = to;
    processOne().notify(owner, from, to.active());
  }

  void fail(String with) {
    if (result.equals("success")) {
      result = with;
    }
  }

  @Override
  public Answer mayStart() {
    if (owner.withinStartLimit()) {
      return Answer.OK;
    }
    dead("start-limit-hit");
    return Answer.FAILED;
  }

  @Override
  public Answer start() {
    if (state.isStopping()) {
      return Answer.AGAIN;
    }
    if (state.isStarting()) {
      return Answer.OK;
    }
    Optional<RunningUnit> service = TriggerSupport.triggered(owner);
    if (!accept && service.isPresent()) {
      if (!service.get().unit().isLoaded() || TriggerSupport.isActive(service.get(), false)) {
        return Answer.FAILED;
      }
    }
    result = "success";
    phases.startPre();
    return Answer.OK;
  }

  @Override
  public Answer stop() {
    if (state.isStopping()) {
      return Answer.OK;
    }
    if (state.isStarting()) {
      phases.signal(SocketState.STOP_PRE_SIGTERM, "success");
      return Answer.AGAIN;
    }
    phases.stopPre("success");
    return Answer.OK;
  }

  @Override
  public Killed kill(String whom, int signal) {
    return phases.commands().signal(signal) ? Killed.SIGNALLED : Killed.NOBODY;
  }

  void dead(String with) {
    fail(with);
    phases.commands().disarm();
    state(result.equals("success") ? SocketState.DEAD : SocketState.FAILED);
  }

  /** From now on the kernel keeps connections for it. */
  void opened() {
    listenedFrom = processOne().now();
  }

  void listening() {
    if (flushPending && !accept) {
      pending = 0;
    }
    state(SocketState.LISTENING);
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
    } else if (state == SocketState.LISTENING) {
      pending++;
      takenConnections++;
    }
    wake();
  }

  private void wake() {
    if (pending > 0 && state == SocketState.LISTENING && !wakePlanned) {
      wakePlanned = true;
      processOne().after(pollLimit.delay(processOne().now()), 0, this::dispatch);
    }
  }

  private void dispatch() {
    wakePlanned = false;
    if (state != SocketState.LISTENING || pending == 0) {
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
      phases.stopPre("trigger-limit-hit");
      return;
    }
    if (!accept) {
      startService();
      return;
    }
    pending--;
    if (!instances.accept()) {
      phases.stopPre("resources");
    }
  }

  /** Accept=no: the service takes the connections. */
  private void startService() {
    Optional<RunningUnit> service = TriggerSupport.triggered(owner);
    if (service.isEmpty()) {
      phases.stopPre("resources");
      return;
    }
    boolean starting =
        service.get().active().isActiveOrActivating()
            || service.get().job() != null && service.get().job().type() == JobType.START;
    if (!starting
        && processOne()
            .addJob(JobType.START, service.get().unit(), JobMode.REPLACE)
            .refusal()
            .isPresent()) {
      phases.stopPre("resources");
      return;
    }
    pending -= Math.min(pending, takenConnections);
    takenConnections = 0;
    state(SocketState.RUNNING);
  }

  @Override
  public void triggerChanged(RunningUnit service) {
    if (!isListening() || accept) {
      return;
    }
    if (service.startLimitHit()) {
      phases.stopPre("service-start-limit-hit");
      return;
    }
    if (service.job() != null) {
      return;
    }
    if (!TriggerSupport.isActive(service, true)) {
      listening();
    }
    if (service.machine().sub().equals("running")) {
      state(SocketState.RUNNING);
    }
  }

  @Override
  public void resetFailed() {
    if (state == SocketState.FAILED) {
      state(SocketState.DEAD);
    }
    result = "success";
  }
}
