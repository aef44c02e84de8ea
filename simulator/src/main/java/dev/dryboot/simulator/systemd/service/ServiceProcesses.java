package dev.dryboot.simulator.systemd.service;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.Processes;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.systemd.core.EventLoop;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts a service's processes, finds its main one, and kills them. */
final class ServiceProcesses {
  private static final long IDLE_TIMEOUT = 5_000_000;

  private final Service service;

  ServiceProcesses(Service service) {
    this.service = service;
  }

  /** What a signal is sent for (unit.h: KillOperation). */
  enum KillOperation {
    TERMINATE,
    RESTART,
    KILL,
    WATCHDOG
  }

  private Processes table() {
    return service.processOne().machine().processes();
  }

  /**
   * Starts a command and sets the timer (service_spawn).
   *
   * @return its pid, or 0 where it could not be started at all
   */
  int spawn(ExecCommand command, ExecPhase phase, long timeout) {
    service.arm(timeout);
    service.settings.directories().make(service.processOne().machine().files());
    Environment.Variables variables = service.environment.now();
    if (variables.missingFile().isPresent()) {
      return 0;
    }
    Map<String, String> environment = variables.values();
    if (!service.settings.notifyAccess().equals("none") || service.settings.notifies()) {
      environment.put("NOTIFY_SOCKET", "/run/systemd/notify");
    }
    if (service.mainPid > 0) {
      environment.put("MAINPID", String.valueOf(service.mainPid));
    }
    ProcessSpec spec =
        new ProcessSpec(
            command.argv(environment),
            environment,
            service.owner.id(),
            service.owner.controlGroup(),
            command.privileged() ? "root" : service.settings.user(),
            Optional.of(command.written()),
            new ProcessSpec.Purpose(
                phase.directive(),
                service.settings.type().word(),
                service.settings.pidFile(),
                Optional.of(service.settings.busName()).filter(n -> !n.isEmpty())));
    RunningProcess process = table().create(inDirectory(spec), service);
    service
        .processOne()
        .publish(
            new Fact.ProcessStarted(
                process.pid(), service.owner.id(), phase.directive(), spec.argv()));
    Optional<SpawnRefusal> refusal = SpawnRefusal.of(service, command);
    if (service.settings.isIdle() && phase == ExecPhase.START) {
      service.processOne().whenIdle(IDLE_TIMEOUT, () -> execute(process, refusal));
    } else {
      execute(process, refusal);
    }
    return process.pid();
  }

  /** With a dash the directory may be missing. */
  private ProcessSpec inDirectory(ProcessSpec spec) {
    String written = service.settings.workingDirectory();
    String directory = written.startsWith("-") ? written.substring(1) : written;
    return directory.startsWith("/")
            && service.processOne().machine().files().isDirectory(directory)
        ? spec.in(directory)
        : spec;
  }

  /** Starts the first command of a phase as control process; false where that failed. */
  boolean control(ExecPhase phase, long timeout) {
    List<ExecCommand> commands = service.settings.of(phase);
    service.controlPhase = phase;
    service.controlCommands = commands;
    service.controlPid = spawn(commands.getFirst(), phase, timeout);
    return service.controlPid > 0;
  }

  /** Type=idle waits until no jobs are left, at most 5 s (exec-invoke.c: do_idle_pipe_dance). */
  private void execute(RunningProcess process, Optional<SpawnRefusal> refusal) {
    if (refusal.isPresent()) {
      SpawnRefusal of = refusal.get();
      service
          .processOne()
          .publish(new Fact.ExecRefused(service.owner.id(), of.setting(), of.refusal()));
      process.after(
          service.processOne().forkDelay(service.options.forkTime()),
          () -> process.exit(of.status()));
      return;
    }
    table()
        .execute(
            process,
            service.processOne().forkDelay(service.options.forkTime()) + service.options.execTime(),
            done -> {
              if (done) {
                service
                    .processOne()
                    .post(
                        EventLoop.Priority.EXEC_FD, () -> service.children.executed(process.pid()));
              }
            });
  }

  boolean groupIsEmpty() {
    return table().isEmpty(service.owner.controlGroup());
  }

  boolean alive(int pid) {
    return pid > 0 && table().get(pid).isPresent();
  }

  /** Whether the main process is known to live (1), known to be dead (0), or not known (-1). */
  int mainGood() {
    return service.mainPidKnown ? (service.mainPid > 0 ? 1 : 0) : -1;
  }

  boolean controlGood() {
    return service.controlPid > 0;
  }

  void mainPid(int pid) {
    service.mainPid = pid;
    service.mainPidKnown = true;
  }

  /** Where the main process is not known, the only process of the group is it. */
  void searchMainPid() {
    if (service.mainPidKnown || !service.settings.guessMainPid()) {
      return;
    }
    List<Integer> pids = table().in(service.owner.controlGroup());
    if (pids.size() == 1 && pids.getFirst() != service.controlPid) {
      mainPid(pids.getFirst());
    }
  }

  /** Takes the main process from PIDFile=; says whether there was one (service_load_pid_file). */
  boolean loadPidFile() {
    if (service.settings.pidFile().isEmpty()) {
      return false;
    }
    Optional<SourceText> text =
        service.processOne().machine().files().read(service.settings.pidFile().get());
    String word = text.map(t -> t.text().strip()).orElse("");
    if (!word.matches("[0-9]{1,9}")) {
      return false;
    }
    int pid = Integer.parseInt(word);
    if (service.mainPidKnown && service.mainPid == pid) {
      return true;
    }
    if (!alive(pid)) {
      return false;
    }
    mainPid(pid);
    return true;
  }

  /** Sends the signal for an operation; says whether there is something to wait for. */
  boolean kill(KillOperation operation) {
    KillSettings kill = service.settings.kill();
    if (kill.mode().equals("none")) {
      return false;
    }
    int signal =
        switch (operation) {
          case TERMINATE -> kill.killSignal();
          case RESTART -> kill.restartKillSignal();
          case KILL -> kill.finalKillSignal();
          case WATCHDOG -> kill.watchdogSignal();
        };
    boolean hangUp =
        kill.sendSighup()
            && (operation == KillOperation.TERMINATE || operation == KillOperation.RESTART)
            && signal != Signals.HUP;
    boolean any = false;
    for (int pid : List.of(service.mainPid, service.controlPid)) {
      any |= alive(pid) && send(pid, signal, hangUp);
    }
    boolean whole =
        kill.mode().equals("control-group")
            || kill.mode().equals("mixed") && operation == KillOperation.KILL;
    if (whole) {
      for (int pid : table().in(service.owner.controlGroup())) {
        if (pid != service.mainPid && pid != service.controlPid) {
          any |= send(pid, signal, hangUp);
        }
      }
    }
    return any;
  }

  private boolean send(int pid, int signal, boolean hangUp) {
    boolean sent = table().signal(pid, signal);
    if (sent && hangUp) {
      table().signal(pid, Signals.HUP);
    }
    return sent;
  }
}
