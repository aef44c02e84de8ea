package dev.dryboot.simulator.systemd.mount;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.simulator.kernel.Ticket;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.machine.ProcessObserver;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.service.KillSettings;
import dev.dryboot.simulator.systemd.unit.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One command of a mount or swap, with its timeout: terminated, then killed. */
final class CommandRun implements ProcessObserver {
  private final RunningUnit owner;
  private final long execTime;
  private final KillSettings kill;
  private final long timeout;
  private int pid;
  private boolean timedOut;
  private @Nullable Ticket timer;
  private @Nullable Consumer<Ending> then;
  private @Nullable Runnable whenGone;

  /** How the command ended. */
  enum Ending {
    SUCCESS("success"),
    EXIT_CODE("exit-code"),
    SIGNAL("signal"),
    TIMEOUT("timeout");

    private final String result;

    Ending(String result) {
      this.result = result;
    }

    String result() {
      return result;
    }
  }

  CommandRun(RunningUnit owner, long execTime, KillSettings kill, long timeout) {
    this.owner = owner;
    this.execTime = execTime;
    this.kill = kill;
    this.timeout = timeout == 0 ? Settings.INFINITY : timeout;
  }

  void run(
      List<String> argv, String role, Optional<Directive> written, Consumer<Ending> whenEnded) {
    then = whenEnded;
    timedOut = false;
    ProcessSpec spec =
        new ProcessSpec(
            argv,
            Map.of("PATH", "/usr/sbin:/usr/bin"),
            owner.id(),
            owner.controlGroup(),
            "root",
            written.map(Directive::valueSpan),
            ProcessSpec.Purpose.CALL);
    RunningProcess process =
        owner.processOne().machine().processes().spawn(spec, this, execTime, done -> {});
    pid = process.pid();
    owner.processOne().publish(new Fact.ProcessStarted(pid, owner.id(), role, argv));
    arm(kill.killSignal());
  }

  private void arm(int signal) {
    if (timeout != Settings.INFINITY) {
      timer = owner.processOne().after(timeout, () -> elapsed(signal));
    }
  }

  private void elapsed(int signal) {
    timedOut = true;
    owner.processOne().machine().processes().signal(pid, signal);
    if (signal != kill.finalKillSignal()) {
      arm(kill.finalKillSignal());
    }
  }

  void kill() {
    owner.processOne().machine().processes().signal(pid, kill.killSignal());
  }

  void whenGone(Runnable action) {
    whenGone = action;
  }

  @Override
  public void ended(int endedPid, ProcessEnd end) {
    owner.processOne().publish(new Fact.ProcessEnded(endedPid, owner.id(), end));
    owner.processOne().postChildEnded(endedPid, () -> handle(endedPid, end));
  }

  private void handle(int endedPid, ProcessEnd end) {
    if (endedPid != pid) {
      return;
    }
    pid = 0;
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    if (whenGone != null) {
      Runnable action = whenGone;
      whenGone = null;
      action.run();
      return;
    }
    if (then != null) {
      then.accept(ending(end));
    }
  }

  private Ending ending(ProcessEnd end) {
    if (timedOut) {
      return Ending.TIMEOUT;
    }
    return switch (end) {
      case ProcessEnd.Exited exited -> exited.code() == 0 ? Ending.SUCCESS : Ending.EXIT_CODE;
      case ProcessEnd.Killed killed -> Ending.SIGNAL;
    };
  }
}
