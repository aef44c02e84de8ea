package dev.dryboot.simulator.systemd.trigger;

import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.UnitResult;
import dev.dryboot.simulator.systemd.service.ControlProcess;
import dev.dryboot.simulator.systemd.service.Environment;
import dev.dryboot.simulator.systemd.service.ExecCommand;
import dev.dryboot.simulator.systemd.service.ServiceOptions;
import dev.dryboot.simulator.systemd.unit.Specifiers;
import dev.dryboot.simulator.systemd.unit.UnitType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The commands of a socket: ExecStartPre= and its like, one process at a time, with TimeoutSec=
 * (socket.c: socket_spawn, socket_sigchld_event).
 */
final class SocketCommands {
  private static final String SOCKET = "Socket";

  private final RunningUnit owner;
  private final ServiceOptions options;
  private final Consumer<UnitResult> ended;
  private final ControlProcess control;
  private List<ExecCommand> left = List.of();
  private String phase = "";

  /**
   * @param ended what follows when all commands of a phase have run, or one has failed
   * @param elapsed what follows when the time of one is over
   */
  SocketCommands(
      RunningUnit owner, ServiceOptions options, Consumer<UnitResult> ended, Runnable elapsed) {
    this.owner = owner;
    this.options = options;
    this.ended = ended;
    this.control = new ControlProcess(owner, this::commandEnded, elapsed);
  }

  ControlProcess control() {
    return control;
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
    ExecCommand command = left.getFirst();
    Specifiers specifiers = Specifiers.of(owner.unit(), options.specifiers());
    var machine = owner.processOne().machine();
    Environment.Variables variables =
        new Environment(
                owner.unit().settings(),
                UnitType.SOCKET,
                specifiers,
                machine.files(),
                () -> owner.processOne().environment().handed(owner.unit().defaults()),
                () -> owner.processOne().environment().own(owner.unit().defaults()))
            .now();
    if (variables.missingFile().isPresent()) {
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
    control.run(spec, phase, delay);
    return true;
  }

  private void commandEnded(UnitResult with) {
    UnitResult result = left.getFirst().ignoresFailure() ? UnitResult.SUCCESS : with;
    left = left.subList(1, left.size());
    if (left.isEmpty() || result != UnitResult.SUCCESS) {
      ended.accept(result);
    } else if (!spawn()) {
      ended.accept(UnitResult.RESOURCES);
    }
  }
}
