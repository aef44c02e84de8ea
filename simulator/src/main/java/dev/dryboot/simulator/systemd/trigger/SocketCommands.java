package dev.dryboot.simulator.systemd.trigger;

import dev.dryboot.simulator.kernel.Ticket;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.machine.ProcessObserver;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.service.Environment;
import dev.dryboot.simulator.systemd.service.ExecCommand;
import dev.dryboot.simulator.systemd.service.KillSettings;
import dev.dryboot.simulator.systemd.service.ServiceOptions;
import dev.dryboot.simulator.systemd.unit.Settings;
import dev.dryboot.simulator.systemd.unit.Specifiers;
import dev.dryboot.simulator.systemd.unit.UnitType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The commands of a socket: ExecStartPre= and its like, one process at a time, with TimeoutSec=
 * (socket.c: socket_spawn, socket_sigchld_event).
 */
final class SocketCommands implements ProcessObserver {
  private static final String SOCKET = "Socket";

  private final RunningUnit owner;
  private final ServiceOptions options;
  private final KillSettings kill;
  private final long timeout;
  private final Listener listener;
  private List<ExecCommand> left = List.of();
  private String phase = "";
  private int pid;
  private @Nullable Ticket timer;

  /** Hears of commands. */
  interface Listener {
    /** All commands of a phase have run, or one has failed. */
    void commandsEnded(String result);

    void timeElapsed();
  }

  SocketCommands(RunningUnit owner, ServiceOptions options, Listener listener) {
    this.owner = owner;
    this.options = options;
    this.listener = listener;
    Settings settings = owner.unit().settings();
    this.kill = KillSettings.read(settings, SOCKET);
    long limit =
        settings.microseconds(SOCKET, "TimeoutSec", owner.unit().defaults().timeoutStart());
    this.timeout = limit == 0 ? Settings.INFINITY : limit;
  }

  boolean sendsSigkill() {
    return kill.sendSigkill();
  }

  private List<ExecCommand> of(String directive) {
    Specifiers specifiers = Specifiers.of(owner.unit(), options.specifiers());
    return ExecCommand.read(owner.unit().settings().list(SOCKET, directive), specifiers);
  }

  boolean has(String directive) {
    return !of(directive).isEmpty();
  }

  /** Starts the first command of a phase; says whether that could be done. */
  boolean run(String directive) {
    phase = directive;
    left = of(directive);
    return spawn();
  }

  private boolean spawn() {
    arm();
    ExecCommand command = left.getFirst();
    Specifiers specifiers = Specifiers.of(owner.unit(), options.specifiers());
    var machine = owner.processOne().machine();
    Environment.Variables variables =
        new Environment(
                owner.unit().settings(),
                UnitType.SOCKET,
                specifiers,
                machine.files(),
                owner.unit().defaults().environment())
            .now();
    if (variables.missingFile().isPresent()) {
      disarm();
      return false;
    }
    Map<String, String> environment = variables.values();
    ProcessSpec spec =
        new ProcessSpec(
            command.argv(environment),
            environment,
            owner.id(),
            owner.controlGroup(),
            command.privileged() ? "root" : owner.unit().settings().text(SOCKET, "User", "root"),
            Optional.of(command.written()),
            ProcessSpec.Purpose.CALL);
    long delay = owner.processOne().forkDelay(options.forkTime()) + options.execTime();
    RunningProcess process = machine.processes().spawn(spec, this, delay, done -> {});
    pid = process.pid();
    owner.processOne().publish(new Fact.ProcessStarted(pid, owner.id(), phase, spec.argv()));
    return true;
  }

  private void arm() {
    disarm();
    if (timeout == Settings.INFINITY) {
      return;
    }
    Ticket[] own = new Ticket[1];
    own[0] =
        owner
            .processOne()
            .after(
                timeout,
                () -> {
                  if (timer == own[0]) {
                    timer = null;
                    listener.timeElapsed();
                  }
                });
    timer = own[0];
  }

  void disarm() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  /** Kills what runs; says whether there is something to wait for (unit_kill_context). */
  boolean kill(boolean atOnce) {
    if (pid == 0 || kill.mode().equals("none")) {
      return false;
    }
    int signal = atOnce ? kill.finalKillSignal() : kill.killSignal();
    boolean sent = owner.processOne().machine().processes().signal(pid, signal);
    if (sent) {
      arm();
    }
    return sent;
  }

  /** {@code systemctl kill}. */
  boolean signal(int signal) {
    return pid > 0 && owner.processOne().machine().processes().signal(pid, signal);
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
    String result = left.getFirst().ignoresFailure() ? "success" : result(end);
    left = left.subList(1, left.size());
    if (!left.isEmpty() && result.equals("success")) {
      if (!spawn()) {
        listener.commandsEnded("resources");
      }
      return;
    }
    disarm();
    listener.commandsEnded(result);
  }

  private static String result(ProcessEnd end) {
    return switch (end) {
      case ProcessEnd.Exited exited -> exited.code() == 0 ? "success" : "exit-code";
      case ProcessEnd.Killed killed -> "signal";
    };
  }
}
