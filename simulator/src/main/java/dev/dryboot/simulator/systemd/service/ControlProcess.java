package dev.dryboot.simulator.systemd.service;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.machine.ProcessObserver;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.Processes;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.UnitMachine;
import dev.dryboot.simulator.systemd.core.UnitResult;
import dev.dryboot.simulator.systemd.core.UnitTimer;
import dev.dryboot.simulator.systemd.unit.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The control process of a unit that has no other: one command at a time, with TimeoutSec=
 * (mount.c, swap.c, socket.c: x_spawn, x_arm_timer, x_sigchld_event).
 */
public final class ControlProcess implements ProcessObserver {
  private final RunningUnit owner;
  private final Consumer<UnitResult> ended;
  private final UnitTimer timer;
  private int pid;

  /**
   * @param ended what follows when the command has ended
   * @param elapsed what follows when its time is over
   */
  public ControlProcess(RunningUnit owner, Consumer<UnitResult> ended, Runnable elapsed) {
    this.owner = owner;
    this.ended = ended;
    this.timer = new UnitTimer(owner, elapsed);
  }

  private Processes processes() {
    return owner.processOne().machine().processes();
  }

  private KillSettings killSettings() {
    return KillSettings.read(owner.unit().settings(), owner.unit().type().section());
  }

  private void arm() {
    long timeout =
        owner
            .unit()
            .settings()
            .microseconds(
                owner.unit().type().section(),
                "TimeoutSec",
                owner.unit().defaults().timeoutStart());
    timer.arm(timeout == 0 ? Settings.INFINITY : timeout);
  }

  /**
   * Starts a command.
   *
   * @param role what it is of the unit, for those who look on
   * @param delay microseconds until its program runs
   */
  public void run(ProcessSpec spec, String role, long delay) {
    arm();
    pid = processes().spawn(spec, this, delay, done -> {}).pid();
    owner.processOne().publish(new Fact.ProcessStarted(pid, owner.id(), role, spec.argv()));
  }

  /** The same for mount(8), swapon(8) and their like, which have root's environment. */
  public void run(List<String> argv, String role, long delay) {
    Optional<Directive> what = owner.unit().settings().last(owner.unit().type().section(), "What");
    run(
        new ProcessSpec(
            argv,
            Map.of("PATH", "/usr/sbin:/usr/bin"),
            owner.id(),
            owner.controlGroup(),
            "root",
            what.map(Directive::valueSpan),
            ProcessSpec.Purpose.CALL),
        role,
        delay);
  }

  /** No command is of any concern any more. */
  public void release() {
    timer.disarm();
    pid = 0;
  }

  public boolean sendsSigkill() {
    return killSettings().sendSigkill();
  }

  /**
   * Ends the command (unit_kill_context).
   *
   * @param atOnce by FinalKillSignal= and not KillSignal=
   * @return whether there is something to wait for
   */
  public boolean kill(boolean atOnce) {
    KillSettings kill = killSettings();
    boolean sent =
        !kill.mode().equals("none") && send(atOnce ? kill.finalKillSignal() : kill.killSignal());
    if (sent) {
      arm();
    }
    return sent;
  }

  /** {@code systemctl kill}: there is no main process. */
  public UnitMachine.Killed signal(String whom, int signal) {
    return !whom.equals("main") && send(signal)
        ? UnitMachine.Killed.SIGNALLED
        : UnitMachine.Killed.NOBODY;
  }

  private boolean send(int signal) {
    return pid > 0 && processes().signal(pid, signal);
  }

  @Override
  public void ended(int endedPid, ProcessEnd end) {
    owner.processOne().publish(new Fact.ProcessEnded(endedPid, owner.id(), end));
    owner.processOne().postChildEnded(endedPid, () -> handle(endedPid, end));
  }

  private void handle(int endedPid, ProcessEnd end) {
    if (endedPid == pid) {
      pid = 0;
      ended.accept(result(end));
    }
  }

  private static UnitResult result(ProcessEnd end) {
    return switch (end) {
      case ProcessEnd.Exited exited ->
          exited.code() == 0 ? UnitResult.SUCCESS : UnitResult.EXIT_CODE;
      case ProcessEnd.Killed killed -> UnitResult.SIGNAL;
    };
  }
}
