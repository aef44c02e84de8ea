package dev.dryboot.simulator.process;

import dev.dryboot.simulator.machine.ExecRefusal;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.machine.ProcessModel;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.UnknownSoftware;
import java.util.Optional;

/**
 * What a program does that no other model knows: what its starter expects of it. A service's main
 * process becomes ready and runs on, everything else is short and succeeds.
 */
public final class UnknownProgram implements ProcessModel {
  @Override
  public Optional<Behaviour> recognise(ProcessSpec spec, Machine machine) {
    var purpose = spec.purpose();
    boolean daemon =
        !purpose.type().equals("oneshot")
            && (purpose.role().equals("ExecStart") || purpose.role().equals("container"));
    if (isUsers(spec.program(), machine)) {
      machine.publish(new Fact.NotModelled(spec.owner(), "what " + spec.program() + " does"));
    }
    return Optional.of(
        daemon
            ? new Behaviours.Daemon(Typical.DAEMON_READY.amount())
            : Behaviours.timed(Typical.UNKNOWN_COMMAND.amount(), 0));
  }

  /**
   * Whether a program can be executed. One that is missing where only the user can have put it
   * cannot; one missing elsewhere is one that the sketch of the system leaves out. A file without
   * execute permission cannot, wherever it is.
   */
  public static boolean executable(String program, Machine machine) {
    Optional<FileNode> node =
        program.startsWith("/") ? machine.files().get(program) : Optional.empty();
    return node.isPresent()
        ? ExecRefusal.ofMode(node.get()).isEmpty()
        : mayBeThere(program, machine);
  }

  /** Whether a program that no file is of may be there all the same. */
  static boolean mayBeThere(String program, Machine machine) {
    return !program.startsWith("/")
        || !isUsers(program, machine)
        || UnknownSoftware.of(machine).isPresent();
  }

  static boolean isUsers(String program, Machine machine) {
    return MachineImage.isUsers(program, machine);
  }
}
