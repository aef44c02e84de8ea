package dev.dryboot.simulator.systemd.trigger;

import dev.dryboot.simulator.systemd.core.Answer;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RateLimit;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.UnitMachine;
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
  private String state = "dead";
  private String result = "success";
  private int pending;
  private int takenConnections;
  private boolean wakePlanned;
  private long listenedFrom = -1;
  private long listenedUntil = -1;

  public SocketMachine(RunningUnit owner) {
    this.owner = owner;
    Settings settings = owner.unit().settings();
    this.accept = settings.isTrue("Socket", "Accept", false);
    this.flushPending = settings.isTrue("Socket", "FlushPending", false);
    this.instances = new SocketInstances(owner, settings.number("Socket", "MaxConnections", 64));
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
    return active(state);
  }

  private static ActiveState active(String state) {
    return switch (state) {
      case "dead" -> ActiveState.INACTIVE;
      case "failed" -> ActiveState.FAILED;
      default -> ActiveState.ACTIVE;
    };
  }

  @Override
  public String sub() {
    return state;
  }

  @Override
  public String result() {
    return result;
  }

  boolean isListening() {
    return state.equals("listening") || state.equals("running");
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

  private void state(String to) {
    ActiveState from = active();
    state = to;
    processOne().notify(owner, from, active(to));
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
    Optional<RunningUnit> service = TriggerSupport.triggered(owner);
    if (!accept && service.isPresent()) {
      if (!service.get().unit().isLoaded() || isActive(service.get(), false)) {
        return Answer.FAILED;
      }
    }
    result = "success";
    listenedFrom = processOne().now();
    listening();
    return Answer.OK;
  }

  /** SOCKET_SERVICE_IS_ACTIVE: not dead, failed or waiting to be restarted. */
  private static boolean isActive(RunningUnit service, boolean allowFinal) {
    String sub = service.machine().sub();
    return switch (sub) {
      case "dead",
          "failed",
          "dead-before-auto-restart",
          "failed-before-auto-restart",
          "auto-restart",
          "auto-restart-queued" ->
          false;
      case "final-sigterm", "final-sigkill", "stop-post", "final-watchdog" -> !allowFinal;
      default -> true;
    };
  }

  @Override
  public Answer stop() {
    dead("success");
    return Answer.OK;
  }

  private void dead(String with) {
    if (result.equals("success")) {
      result = with;
    }
    pending = 0;
    listenedUntil = processOne().now();
    state(result.equals("success") ? "dead" : "failed");
  }

  private void listening() {
    if (flushPending && !accept) {
      pending = 0;
    }
    state("listening");
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
    } else if (state.equals("listening")) {
      pending++;
      takenConnections++;
    }
    wake();
  }

  private void wake() {
    if (pending > 0 && state.equals("listening") && !wakePlanned) {
      wakePlanned = true;
      processOne().after(pollLimit.delay(processOne().now()), 0, this::dispatch);
    }
  }

  private void dispatch() {
    wakePlanned = false;
    if (!state.equals("listening") || pending == 0) {
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
      dead("trigger-limit-hit");
      return;
    }
    if (!accept) {
      startService();
      return;
    }
    pending--;
    if (!instances.accept()) {
      dead("resources");
    }
  }

  /** Accept=no: the service takes the connections. */
  private void startService() {
    Optional<RunningUnit> service = TriggerSupport.triggered(owner);
    if (service.isEmpty()) {
      dead("resources");
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
      dead("resources");
      return;
    }
    pending -= Math.min(pending, takenConnections);
    takenConnections = 0;
    state("running");
  }

  @Override
  public void triggerChanged(RunningUnit service) {
    if (!isListening() || accept) {
      return;
    }
    if (service.startLimitHit()) {
      dead("service-start-limit-hit");
      return;
    }
    if (service.job() != null) {
      return;
    }
    if (!isActive(service, true)) {
      listening();
    }
    if (service.machine().sub().equals("running")) {
      state("running");
    }
  }

  @Override
  public void resetFailed() {
    if (state.equals("failed")) {
      state("dead");
    }
    result = "success";
  }
}
