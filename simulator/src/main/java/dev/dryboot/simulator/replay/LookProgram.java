package dev.dryboot.simulator.replay;

import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessModel;
import dev.dryboot.simulator.machine.ProcessSpec;
import java.util.Optional;

/** {@code ls PATH} of recordings: it looks at one path, and exits with 2 where nothing is. */
final class LookProgram implements ProcessModel {
  private static final int TIME = 1000;

  @Override
  public Optional<Behaviour> recognise(ProcessSpec spec, Machine machine) {
    return spec.programName().equals("ls")
        ? Optional.of(
            self ->
                self.after(
                    TIME, () -> self.exit(machine.files().exists(spec.argv().getLast()) ? 0 : 2)))
        : Optional.empty();
  }
}
