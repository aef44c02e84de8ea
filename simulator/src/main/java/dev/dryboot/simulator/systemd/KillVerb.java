package dev.dryboot.simulator.systemd;

import dev.dryboot.foreign.shell.SystemctlCommand;
import dev.dryboot.simulator.machine.ServiceManager.Request;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.UnitMachine;
import dev.dryboot.simulator.systemd.service.Signals;
import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/** {@code systemctl kill} (systemctl-kill.c; unit.c: unit_kill). */
final class KillVerb {
  private static final List<String> WHOM = List.of("all", "main", "control");

  private final ProcessOne processOne;
  private final WaitingCalls waiting;

  KillVerb(ProcessOne processOne, WaitingCalls waiting) {
    this.processOne = processOne;
    this.waiting = waiting;
  }

  void carryOut(Request request, Consumer<Integer> answered) {
    SystemctlCommand command = request.command();
    OptionalInt signal = Signals.number(command.signal());
    String whom = command.killWhom().replaceFirst("-fail$", "");
    if (signal.isEmpty() || !WHOM.contains(whom)) {
      answered.accept(1);
      return;
    }
    Set<RunningUnit> known = new LinkedHashSet<>();
    boolean done = true;
    for (String name : request.units()) {
      Optional<Unit> unit = processOne.graph().find(Verbs.mangle(name, ".service"));
      unit.map(processOne::running).ifPresent(known::add);
      done &= unit.isPresent() && killed(processOne.running(unit.get()), whom, signal.getAsInt());
    }
    boolean all = done;
    if (command.has("wait") && processOne.version().waitsAfterKill()) {
      waiting.whenDown(known, well -> answered.accept(all && well ? 0 : 1));
    } else {
      answered.accept(all ? 0 : 1);
    }
  }

  /** Nobody to kill is an error only where one process is meant (unit_kill_one, unit_kill). */
  private boolean killed(RunningUnit unit, String whom, int signal) {
    UnitMachine machine = unit.machine();
    boolean byKernel =
        signal == Signals.KILL && whom.equals("all") && processOne.version().killsControlGroups();
    return switch (machine.kill(whom, signal)) {
      case SIGNALLED -> true;
      case NOBODY -> whom.equals("all") && !(byKernel && machine.lacksControlGroup());
      case UNSUPPORTED -> false;
    };
  }
}
