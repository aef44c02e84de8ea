package dev.dryboot.simulator.process;

import dev.dryboot.simulator.machine.ExecRefusal;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessModel;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.Program;
import java.util.List;
import java.util.Optional;

/** What every simulation has: first what a scenario says, last what nobody knows. */
public final class StandardPrograms {
  private StandardPrograms() {}

  /** Programs that cannot be executed, and what the scenario says. It comes before all others. */
  public static Program first() {
    return new Group(List.of(new Missing(), new GivenModel()));
  }

  /** The common tools, and at the end what programs do that nobody knows. It comes after all. */
  public static Program last() {
    return new Group(
        List.of(
            new Systemctl(),
            new SystemdRun(),
            new MountTools(),
            new Storage(),
            new Encryption(),
            new Packages(),
            new KnownDaemons(),
            new MachineIdSetup(),
            new UpdateDone(),
            new UserTools(),
            new Tools(),
            new UnknownProgram()));
  }

  /** mount(8), umount(8) and systemd-run(1) alone. */
  public static List<ProcessModel> few() {
    return List.of(new MountTools(), new SystemdRun());
  }

  private record Group(List<ProcessModel> models) implements Program {}

  private static final class Missing implements ProcessModel {
    private static final ExecRefusal ABSENT =
        new ExecRefusal(
            "does not exist", "bring the file along with mode 0755, or correct the path");

    @Override
    public Optional<Behaviour> recognise(ProcessSpec spec, Machine machine) {
      return switch (spec.purpose().role()) {
        case "container" -> Optional.empty();
        case "call" ->
            UnknownProgram.executable(spec.program(), machine)
                ? Optional.empty()
                : Optional.of(Behaviours.notExecutable());
        default -> refusal(spec, machine).map(refusal -> refused(spec, machine, refusal));
      };
    }

    private static Optional<ExecRefusal> refusal(ProcessSpec spec, Machine machine) {
      Optional<FileNode> file = machine.files().get(spec.program());
      return file.isPresent()
          ? ExecRefusal.of(file.get())
          : UnknownProgram.mayBeThere(spec.program(), machine)
              ? Optional.empty()
              : Optional.of(ABSENT);
    }

    private static Behaviour refused(ProcessSpec spec, Machine machine, ExecRefusal refusal) {
      machine.publish(new Fact.ExecRefused(spec.owner(), spec.program(), refusal));
      return Behaviours.notExecutable();
    }
  }
}
